import { describe, expect, it } from 'vitest'
import { hostileLinks } from '../../../tests/hostile/links'
import { readLink } from './deep-links'

describe('readLink', () => {
  it.each([
    ['parley://settings/about', { kind: 'page', destination: { page: 'settings.about' } }],
    ['PARLEY://home', { kind: 'page', destination: { page: 'home' } }],
    ['parley://join/m12345678', { kind: 'page', destination: { page: 'join', meeting: 'm12-345-678' } }],
    ['parley://nowhere', { kind: 'unknown' }],
    ['https://parley://home', { kind: 'unknown' }],
  ])('%j', (link, request) => {
    expect(readLink(link)).toEqual(request)
  })

  it.each(hostileLinks)('refuses %s', (link) => {
    expect(readLink(link)).toEqual({ kind: 'unknown' })
  })
})
