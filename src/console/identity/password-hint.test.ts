import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createCompanySchema } from '../../contract/console-api'
import { passwordHint } from './password-hint'

it.each([
  ['', { state: 'rule' }],
  ['a', { state: 'short', missing: 11 }],
  ['elevenchars', { state: 'short', missing: 1 }],
  ['twelve chars', { state: 'long-enough' }],
])('%j', (password, hint) => {
  expect(passwordHint(password)).toEqual(hint)
})

it('agrees with what the workspace takes', () => {
  const anyPassword = fc.string({ minLength: 1, maxLength: 128, unit: 'grapheme' }).filter((text) => Array.from(text).length <= 128)
  fc.assert(
    fc.property(anyPassword, (password) => {
      const isTaken = createCompanySchema.shape.password.safeParse(password).success
      expect(passwordHint(password).state === 'long-enough').toBe(isTaken)
    }),
  )
})
