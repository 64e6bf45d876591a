import fc from 'fast-check'
import { join, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, fileForPath } from './served-files'

const folder = join(sep, 'app', 'renderer')

describe('fileForPath', () => {
  it.each([
    ['/', 'index.html'],
    ['/index.html', 'index.html'],
    ['/assets/main.js', join('assets', 'main.js')],
    ['/assets/a%20b.css', join('assets', 'a b.css')],
  ])('%s → %s', (path, file) => {
    expect(fileForPath(folder, path)).toBe(join(folder, file))
  })

  it.each([
    '/../main.js',
    '/..%2fmain.js',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/../../renderer-secret/x.js',
    '/..\\..\\windows\\win.ini',
    '/%5c..%5c..%5cwin.ini',
    '/%00',
    '/%zz',
    '/assets/..',
  ])('%s is refused', (path) => {
    expect(fileForPath(folder, path)).toBeNull()
  })

  it('never leaves the folder', () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        const file = fileForPath(folder, `/${path}`)
        expect(file === null || file.startsWith(folder + sep)).toBe(true)
      }),
    )
  })
})

describe('contentSecurityPolicy', () => {
  it('allows nothing inline and no evaluation', () => {
    const policy = contentSecurityPolicy('abc')
    expect(policy).not.toMatch(/unsafe/)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
  })
})
