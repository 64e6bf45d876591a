import fc from 'fast-check'
import { resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { placeOf } from './console-files'
import { isOwnHost } from './host-check'
import { addSecurityHeaders, pagePolicy } from './security-headers'

const origins = ['http://127.0.0.1:4711', 'https://meet.example.com']

describe('isOwnHost', () => {
  it.each(['127.0.0.1:4711', 'meet.example.com', 'MEET.example.com'])('answers under %s', (host) => {
    expect(isOwnHost(host, origins)).toBe(true)
  })

  it.each([
    undefined,
    '',
    '127.0.0.1',
    '127.0.0.1:4712',
    'localhost:4711',
    'evil.example:4711',
    '127.0.0.1:4711.evil.example',
    'meet.example.com.',
    'meet.example.com:443',
  ])('does not answer under %s', (host) => {
    expect(isOwnHost(host, origins)).toBe(false)
  })
})

describe('placeOf', () => {
  const folder = resolve('/srv/console')

  it('finds files below the folder', () => {
    expect(placeOf(folder, 'assets/index-abc.js')).toBe(resolve(folder, 'assets', 'index-abc.js'))
  })

  it.each([
    '',
    '..',
    '../key',
    'a/../../key',
    '/etc/passwd',
    'a//b',
    '.env',
    'a/.git/x',
    '..\\key',
    'C:/x',
    'a\0.js',
    'a/',
  ])('finds nothing at %j', (path) => {
    expect(placeOf(folder, path)).toBeNull()
  })

  it('never leaves the folder', () => {
    const part = fc.oneof(fc.constantFrom('..', '.', '', '/', '\\', 'a', '%2e%2e', '\0'), fc.string())
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const place = placeOf(folder, parts.join('/'))
        return place === null || place.startsWith(`${folder}${sep}`)
      }),
    )
  })
})

describe('security headers', () => {
  it('keep a policy that is there, and else allow nothing', () => {
    const page = new Headers({ 'content-security-policy': pagePolicy('abc') })
    addSecurityHeaders(page, false)
    expect(page.get('content-security-policy')).toContain("style-src 'self' 'nonce-abc'")
    expect(page.get('content-security-policy')).not.toContain('unsafe')
    const other = new Headers()
    addSecurityHeaders(other, true)
    expect(other.get('content-security-policy')).toMatch(/^default-src 'none'/)
    expect(other.get('strict-transport-security')).toBeTruthy()
    expect(page.has('strict-transport-security')).toBe(false)
  })
})
