import { describe, expect, it } from 'vitest'
import { isTrustedFrame } from './trusted-frame'

const own = { origin: 'app://parley', parent: null }

describe('isTrustedFrame', () => {
  it('trusts the top frame of the main window', () => {
    expect(isTrustedFrame(own, 7, 7)).toBe(true)
  })

  it.each([
    ['a frame that is gone', null, 7, 7],
    ['a frame inside the page', { origin: 'app://parley', parent: {} }, 7, 7],
    ['another origin', { origin: 'https://parley', parent: null }, 7, 7],
    ['an opaque origin', { origin: 'null', parent: null }, 7, 7],
    ['another window', own, 8, 7],
    ['no window at all', own, 7, null],
  ])('refuses %s', (_what, frame, contents, mainContents) => {
    expect(isTrustedFrame(frame, contents, mainContents)).toBe(false)
  })
})
