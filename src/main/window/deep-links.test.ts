import { describe, expect, it } from 'vitest'
import { hostileLinks } from '../../../tests/hostile/links'
import { linkFromArguments } from './deep-links'

describe('linkFromArguments', () => {
  it.each([
    [['parley', '--flag'], { kind: 'none' }],
    [['parley', 'parley://settings/about'], { kind: 'page', destination: { page: 'settings.about' } }],
    [['parley', '--flag', 'PARLEY://home'], { kind: 'page', destination: { page: 'home' } }],
    [['parley', 'parley://join/m12345678'], { kind: 'page', destination: { page: 'join', meeting: 'm12-345-678' } }],
    [['parley', 'parley://nowhere'], { kind: 'unknown' }],
    [['parley', 'https://parley://home'], { kind: 'none' }],
  ])('%j', (args, request) => {
    expect(linkFromArguments(args)).toEqual(request)
  })

  it.each(hostileLinks)('refuses %s', (link) => {
    expect(linkFromArguments(['parley', link])).toEqual({ kind: 'unknown' })
  })
})
