import { describe, expect, it } from 'vitest'
import { isOwnChange } from './guard'

const own = 'http://127.0.0.1:4711'
const check = (headers: Record<string, string>) => isOwnChange(new Headers(headers), [own])

describe('isOwnChange', () => {
  it.each([
    [{ 'x-parley-console': '1' }],
    [{ 'x-parley-console': '1', origin: own }],
    [{ 'x-parley-console': '1', origin: own, 'sec-fetch-site': 'same-origin' }],
  ])('takes %j', (headers) => {
    expect(check(headers)).toBe(true)
  })

  it.each<[Record<string, string>]>([
    [{}],
    [{ origin: own, 'sec-fetch-site': 'same-origin' }],
    [{ 'x-parley-console': '1', origin: 'http://127.0.0.1:4712' }],
    [{ 'x-parley-console': '1', origin: 'null' }],
    [{ 'x-parley-console': '1', 'sec-fetch-site': 'same-site' }],
    [{ 'x-parley-console': '1', 'sec-fetch-site': 'cross-site' }],
  ])('refuses %j', (headers) => {
    expect(check(headers)).toBe(false)
  })
})
