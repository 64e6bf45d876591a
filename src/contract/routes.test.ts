import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildDeepLink, pageOfPath, pagePath, pages, parseDeepLink, type Page } from './routes'

const allPages: Page[] = Object.keys(pages).filter((name): name is Page => Object.hasOwn(pages, name))

describe('deep links', () => {
  it.each(allPages)('%s: what is built is parsed back', (page) => {
    expect(parseDeepLink(buildDeepLink(page))).toBe(page)
    expect(pageOfPath(pagePath(page))).toBe(page)
  })

  it.each([
    ['parley://settings/user-management/', 'settings.user-management'],
    ['PARLEY://Settings/User-Management', 'settings.user-management'],
    ['parley://home', 'home'],
  ])('%s is understood', (link, page) => {
    expect(parseDeepLink(link)).toBe(page)
  })

  it.each([
    '',
    'parley:',
    'parley://',
    'parley:settings/about',
    'parley:/settings/about',
    'parley:///settings/about',
    'parley://settings',
    'parley://settings/user-management?x=1',
    'parley://settings/user-management#x',
    'parley://user@settings/user-management',
    'parley://user:word@settings/user-management',
    'parley://settings:80/user-management',
    'parley://settings/%75ser-management',
    'parley://settings/../settings/user-management',
    'parley://settings//user-management',
    'parley://settings/user-management\0',
    'parley://settings/user-management https://evil.example',
    'https://settings/user-management',
    'javascript:alert(1)',
    'parley://constructor',
    'parley://__proto__',
    `parley://settings/${'a'.repeat(500)}`,
  ])('%j is refused', (link) => {
    expect(parseDeepLink(link)).toBeNull()
  })

  it('never throws, and knows only its own pages', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.string().map((rest) => `parley://${rest}`)), (link) => {
        const page = parseDeepLink(link)
        expect(page === null || allPages.includes(page)).toBe(true)
      }),
    )
  })
})
