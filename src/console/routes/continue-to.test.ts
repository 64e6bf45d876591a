import { expect, it } from 'vitest'
import { continueAddress } from './continue-to'

const origin = 'https://parley.example.com'

it.each([
  ['/nav/users/company?page=2', 'https://parley.example.com/nav/users/company?page=2'],
  ['http://127.0.0.1:53211/signed-in?code=a&state=b', 'http://127.0.0.1:53211/signed-in?code=a&state=b'],
  ['http://[::1]:53211/signed-in?code=a', 'http://[::1]:53211/signed-in?code=a'],
])('follows %s', (address, whole) => {
  expect(continueAddress(address, origin)).toBe(whole)
})

it.each([
  '//evil.example/x',
  'https://evil.example/',
  'http://127.0.0.1.evil.example/',
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'http://[',
])('refuses %s', (address) => {
  expect(continueAddress(address, origin)).toBeNull()
})
