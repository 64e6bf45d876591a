import { describe, expect, it } from 'vitest'
import { isAppAddress } from './policy'

describe('isAppAddress', () => {
  it.each(['app://parley/', 'app://parley/#/settings/about'])('%s is one', (address) => {
    expect(isAppAddress(address)).toBe(true)
  })

  it.each([
    'app://parley/assets/index.js',
    'app://parley/nowhere',
    'app://parley/?x=1',
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
