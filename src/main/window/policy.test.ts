import { describe, expect, it } from 'vitest'
import { isAppAddress, mayUse } from './policy'

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

describe('mayUse', () => {
  const own = { permission: 'media', origin: 'app://parley/', isMainFrame: true }

  it('gives camera, microphone and loudspeakers to the client’s own page', () => {
    expect(mayUse(own)).toBe(true)
    expect(mayUse({ ...own, origin: 'app://parley/#/join/m12-345-678' })).toBe(true)
    expect(mayUse({ ...own, permission: 'speaker-selection' })).toBe(true)
  })

  it.each([
    ['a frame', { isMainFrame: false }],
    ['another origin', { origin: 'https://parley/' }],
    ['no origin', { origin: '' }],
    ['an opaque origin', { origin: 'null' }],
    ['the screen', { permission: 'display-capture' }],
    ['anything else', { permission: 'geolocation' }],
    ['what is not known yet', { permission: 'unknown' }],
  ])('gives nothing to %s', (_what, asked) => {
    expect(mayUse({ ...own, ...asked })).toBe(false)
  })
})
