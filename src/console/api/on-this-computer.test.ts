import { expect, it } from 'vitest'
import { isThisComputer } from './on-this-computer'

it.each([
  ['http://127.0.0.1:53211/', true],
  ['http://127.1:8080/', true],
  ['http://localhost:8080/', true],
  ['http://parley.localhost/', true],
  ['http://[::1]:8080/', true],
  ['https://meet.example.com/', false],
  ['https://127.0.0.1.example.com/', false],
  ['https://localhost.example.com/', false],
  ['http://192.168.1.7:8080/', false],
  ['http://[fd00::1]/', false],
])('%s: %s', (address, isOwn) => {
  expect(isThisComputer(new URL(address).hostname)).toBe(isOwn)
})
