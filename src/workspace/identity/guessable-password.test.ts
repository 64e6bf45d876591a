import { expect, it } from 'vitest'
import { isGuessable } from './guessable-password'

it.each([
  '123456789012',
  'aaaaaaaaaaaa',
  'qwertyuiop[]',
  'password1234',
  'passwordpassword',
  'Anna.Example',
  'anna@example.com',
])('refuses %s', async (password) => {
  expect(await isGuessable(password, ['Anna Example', 'anna@example.com'])).toBe(true)
})

it.each(['correct horse battery', 'Zx8#kq0!vTr2', 'grüne Wolken im Keller'])('takes %s', async (password) => {
  expect(await isGuessable(password, ['Anna Example', 'anna@example.com'])).toBe(false)
})
