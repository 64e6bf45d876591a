import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paths } from './paths'
import { readSignInRequest, safeNext, signInAddress } from './sign-in-request'

const origin = 'http://127.0.0.1:4000'

describe('safeNext', () => {
  it.each([
    ['/nav/users/company', '/nav/users/company'],
    ['/nav/users/company/licences', '/nav/users/company/licences'],
    ['/device?user_code=WDJB2345', '/device?user_code=WDJB2345'],
    ['/nav/users/company?page=2&search=a%26b', '/nav/users/company?page=2&search=a%26b'],
    ['/nav/users/company/../company?page=2', '/nav/users/company?page=2'],
  ])('keeps %s', (wanted, kept) => {
    expect(safeNext(wanted, origin)).toBe(kept)
  })

  it.each([
    null,
    '',
    '/',
    '/sign-in',
    '/devices',
    '/nav/users/company/../../../sign-in',
    '/nav/users/companyevil',
    '//evil.example/nav/users/company',
    '/\\evil.example/nav/users/company',
    '/\t/evil.example/nav/users/company',
    '\t//evil.example/nav/users/company',
    'https://evil.example/nav/users/company',
    'javascript:alert(1)',
    'data:text/html,x',
    'nav/users/company',
    'http://[',
  ])('%j leads to the users’ page', (wanted) => {
    expect(safeNext(wanted, origin)).toBe(paths.users)
  })

  it('never leads away from the console, whatever is asked for', () => {
    const pieces = fc.constantFrom('/', '\\', '//', '..', '.', ':', '@', '?', '#', '\t', '\n', '%2f', 'nav', 'users',
      'company', '/nav/users/company', 'evil.example', 'https:', 'javascript:', ' ', '\u0000', 'é')
    const wish = fc.oneof(fc.string(), fc.webUrl(), fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join('')))
    fc.assert(
      fc.property(wish, (wanted) => {
        const result = safeNext(wanted, origin)
        const url = new URL(result, origin)
        expect(url.origin).toBe(origin)
        expect(url.pathname === paths.users || url.pathname.startsWith(`${paths.users}/`)).toBe(true)
        expect(result).toMatch(/^\/nav\//)
        expect(safeNext(result, origin)).toBe(result)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('readSignInRequest', () => {
  it('reads back what signInAddress wrote', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.emailAddress({ size: 'small' }), (search, email) => {
        const query = `?${new URLSearchParams({ search }).toString()}`
        const address = new URL(signInAddress(paths.users, query, email), origin)
        expect(readSignInRequest(address.search, origin)).toEqual({
          email: email.slice(0, 100),
          next: `${paths.users}${query}`,
          from: 'console',
        })
      }),
    )
  })

  it('hands a login_hint of the console’s own address on', () => {
    expect(signInAddress(paths.users, '?login_hint=a%40b.example', null)).toBe(
      '/sign-in?next=%2Fnav%2Fusers%2Fcompany&login_hint=a%40b.example',
    )
    expect(signInAddress(paths.users, '?page=2&login_hint=x', 'a@b.example')).toBe(
      '/sign-in?next=%2Fnav%2Fusers%2Fcompany%3Fpage%3D2&login_hint=a%40b.example',
    )
  })

  it.each([
    ['?client_id=parley-desktop&login_hint=a%40b.example&sig=abc%3D', 'desktop-app'],
    ['?client_id=parley-desktop', 'nowhere'],
    ['?error=invalid_client&error_description=x', 'broken-link'],
    ['?error=x&sig=abc', 'desktop-app'],
    ['?next=%2F%2Fevil.example', 'console'],
    ['', 'nowhere'],
  ])('%s comes from %s', (search, from) => {
    expect(readSignInRequest(search, origin).from).toBe(from)
  })

  it('takes the e-mail from login_hint, and never a page outside', () => {
    const request = readSignInRequest('?next=%2F%2Fevil.example&login_hint=a%40b.example', origin)
    expect(request.email).toBe('a@b.example')
    expect(request.next).toBe(paths.users)
  })
})
