import { expect, it } from 'vitest'
import { readUrl } from './read-url'

it('reads addresses, whole and under another one, and nothing else', () => {
  expect(readUrl('https://meet.example.com/a')?.pathname).toBe('/a')
  expect(readUrl('/a?b', 'https://meet.example.com')?.href).toBe('https://meet.example.com/a?b')
  expect([readUrl('meet'), readUrl('https://'), readUrl('/a'), readUrl('/a', 'mailto:anna@example.com')]).toEqual([null, null, null, null])
})

it('reads an address with letters such as ü as often as it is asked to', () => {
  const hosts = Array.from({ length: 20_000 }, () => readUrl('https://bücher.example/')?.host)
  expect(new Set(hosts)).toEqual(new Set(['xn--bcher-kva.example']))
})
