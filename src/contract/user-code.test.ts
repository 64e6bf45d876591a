import { expect, it } from 'vitest'
import { userCodeText } from './user-code'

it.each([
  ['WDJB2345', 'WDJB-2345'],
  ['ABCDEFG', 'ABCD-EFG'],
  ['ABCD', 'ABCD'],
  ['', ''],
])('writes %j as %j', (code, text) => {
  expect(userCodeText(code)).toBe(text)
})
