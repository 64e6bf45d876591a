import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('reduced motion stops what moves before, after and behind an element, too', () => {
  const sheet = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
  const [, selectors = ''] = /^(:root\[data-less-motion\][^{}]*)\{[^}]*animation-duration: 0s !important/m.exec(sheet) ?? []
  const stopped = selectors.split(',').map((selector) => selector.trim().replace(':root[data-less-motion] ', ''))
  // Pseudo-elements are no part of `*`, and `:is()` takes none (Selectors 4, §4.2).
  expect(stopped).toEqual(['*', '*::before', '*::after', '*::backdrop'])
})
