import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { destinationSchema } from './destination'
import { buildDeepLink, pageNames, pageOfPath, pagePath, parseDeepLink, type Destination } from './routes'

const allPages = pageNames.map((page): Destination => {
  if (page === 'join') return { page, meeting: 'm12-345-678' }
  return page === 'join.at' ? { page, meeting: 'm12-345-678', place: 'meet.example.com:8443' } : { page }
})

describe('deep links', () => {
  it.each(allPages)('%j: what is built is parsed back', (destination) => {
    expect(parseDeepLink(buildDeepLink(destination))).toEqual(destination)
    expect(pageOfPath(pagePath(destination))).toEqual(destination)
  })

  it.each([
    ['parley://settings/user-management/', { page: 'settings.user-management' }],
    ['PARLEY://Settings/User-Management', { page: 'settings.user-management' }],
    ['parley://home', { page: 'home' }],
    ['parley://join/m12-345-678', { page: 'join', meeting: 'm12-345-678' }],
    ['parley://join/12345678/', { page: 'join', meeting: 'm12-345-678' }],
    ['parley://join/m12-345-678/Meet.Example.com', { page: 'join.at', meeting: 'm12-345-678', place: 'meet.example.com' }],
    ['parley://join/m12-345-678/127.0.0.1:41234', { page: 'join.at', meeting: 'm12-345-678', place: '127.0.0.1:41234' }],
    ['parley://join/m12-345-678/meet/', { page: 'join.at', meeting: 'm12-345-678', place: 'meet' }],
  ])('%s is understood', (link, destination) => {
    expect(parseDeepLink(link)).toEqual(destination)
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
    'parley://join',
    'parley://join/m12-345-67',
    'parley://join/m12-345-678/x/y',
    'parley://join/m12-345-678/-x',
    'parley://join/m12-345-678/x.',
    'parley://join/m12-345-678/x:',
    'parley://join/m12-345-678/x:port',
    'parley://join/m12-345-678/x:123456',
    'parley://join/m12-345-678/x@evil.example',
    'parley://join/m12-345-678/..',
    'parley://join/./m12-345-678',
    'parley://join/x/../m12-345-678',
    'parley://join/m12-345-678/%65vil.example',
    `parley://join/m12-345-678/${'a'.repeat(130)}.example`,
    'parley://join/m12-345-678?password=1',
    'parley://constructor',
    'parley://__proto__',
    `parley://settings/${'a'.repeat(500)}`,
  ])('%j is refused', (link) => {
    expect(parseDeepLink(link)).toBeNull()
  })

  it('never throws, and knows only its own pages', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.string().map((rest) => `parley://${rest}`)), (link) => {
        const destination = parseDeepLink(link)
        expect(destination === null || destinationSchema.safeParse(destination).success).toBe(true)
      }),
    )
  })
})
