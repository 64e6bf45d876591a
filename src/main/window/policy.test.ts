import { describe, expect, it } from 'vitest'
import { isAppAddress } from './policy'

describe('isAppAddress', () => {
  it.each(['app://parley/', 'app://parley/#/settings/about', 'app://parley/index.html'])('%s is one', (address) => {
    expect(isAppAddress(address)).toBe(true)
  })

  it.each([
    'app://other/',
    'app://parley.evil.example/',
    'app://parley@evil.example/',
    'app://x:y@parley/',
    'https://parley/',
    'file:///parley',
    'javascript:0',
    'data:text/html,app://parley',
    'about:blank',
    '',
  ])('%j is none', (address) => {
    expect(isAppAddress(address)).toBe(false)
  })
})
