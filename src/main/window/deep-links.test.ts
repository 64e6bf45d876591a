import { describe, expect, it } from 'vitest'
import { linkFromArguments } from './deep-links'

describe('linkFromArguments', () => {
  it.each([
    [['parley', '--flag'], { kind: 'none' }],
    [['parley', 'parley://settings/about'], { kind: 'page', page: 'settings.about' }],
    [['parley', '--flag', 'PARLEY://home'], { kind: 'page', page: 'home' }],
    [['parley', 'parley://nowhere'], { kind: 'unknown' }],
    [['parley', 'https://parley://home'], { kind: 'none' }],
  ])('%j', (args, request) => {
    expect(linkFromArguments(args)).toEqual(request)
  })
})
