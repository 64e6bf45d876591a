import fc from 'fast-check'
import { expect, it } from 'vitest'
import { writeRow } from './write-row'

it('quotes every field and doubles quotes', () => {
  expect(writeRow(['a', 'say "b", c', 3, null])).toBe('"a","say ""b"", c","3",""\r\n')
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '\r=1', '＝1'])('makes text of %j', (field) => {
  expect(writeRow([field])).toBe(`"'${field}"\r\n`)
})

it('never lets a field begin a formula or end its quotes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (field) => {
      const content = writeRow([field]).slice(1, -3)
      return !/^\s*[=+\-@]/.test(content) && !content.replaceAll('""', '').includes('"')
    }),
  )
})
