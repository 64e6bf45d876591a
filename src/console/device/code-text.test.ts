import { expect, it } from 'vitest'
import { codeText } from './code-text'

it.each([
  ['WDJB2345', 'WDJB-2345'],
  ['ABCDEFG', 'ABCD-EFG'],
  ['ABCD', 'ABCD'],
  ['', ''],
])('writes %j as %j', (code, text) => {
  expect(codeText(code)).toBe(text)
})
