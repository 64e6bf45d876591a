import { describe, expect, it } from 'vitest'
import { pageAt, pageHref } from './use-page'

describe('pageAt', () => {
  it.each([
    ['/', 'home'],
    ['/home', 'home'],
    ['/settings', 'settings.account'],
    ['/settings/nonsense', 'settings.account'],
    ['/settings/user-management', 'settings.user-management'],
    ['/nonsense', 'home'],
  ])('%s leads to %s', (path, page) => {
    expect(pageAt(path)).toEqual({ page })
  })
})

describe('pageHref', () => {
  it('is a hash, so that following it never leaves the page', () => {
    expect(pageHref('settings.about')).toBe('#/settings/about')
  })
})
