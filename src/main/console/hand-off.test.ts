import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkConsoleAddress, consoleAddress } from './hand-off'

const own = 'http://127.0.0.1:41000'

describe('consoleAddress', () => {
  it.each([
    [own, `${own}/nav/users/company?login_hint=anna%2Bx%40example.com`],
    ['https://meet.example.com', 'https://meet.example.com/nav/users/company?login_hint=anna%2Bx%40example.com'],
    [null, null],
    ['nonsense', null],
    ['http://meet.example.com', null],
    ['http://localhost:41000', null],
    ['http://127.0.0.2:41000', null],
    ['https://anna:x@meet.example.com', null],
    ['file:///etc/passwd', null],
    ['javascript:alert(1)', null],
  ])('%j', (origin, expected) => {
    expect(consoleAddress(origin, 'anna+x@example.com')).toBe(expected)
  })

  it('has no e-mail in it where the console takes none', () => {
    expect(consoleAddress('https://login.example.com', null)).toBe('https://login.example.com/nav/users/company')
  })

  it('stays on the console, whatever the e-mail says', () => {
    fc.assert(
      fc.property(fc.string(), (email) => {
        const url = new URL(consoleAddress(own, email) ?? '')
        expect([url.origin, url.pathname, url.hash]).toEqual([own, '/nav/users/company', ''])
        expect([...url.searchParams.keys()]).toEqual(['login_hint'])
      }),
    )
  })
})

describe('checkConsoleAddress', () => {
  it.each([
    [`${own}/nav/users/company`, true],
    [`${own}/nav/users/company?login_hint=a`, true],
    [`${own}/nav/users/company/../../../sign-out`, false],
    [`${own}/nav/users/company/licences`, false],
    [`${own}/`, false],
    ['http://127.0.0.1:41001/nav/users/company', false],
    ['https://127.0.0.1:41000/nav/users/company', false],
    ['http://127.0.0.1:41000@evil.example/nav/users/company', false],
    ['http://anna@127.0.0.1:41000/nav/users/company', false],
    ['http://evil.example/nav/users/company', false],
    ['http://127.0.0.1:41000.evil.example/nav/users/company', false],
    ['//evil.example/nav/users/company', false],
    ['data:text/html,x', false],
    ['', false],
  ])('%s: %s', (address, expected) => {
    expect(checkConsoleAddress(address, own) !== null).toBe(expected)
  })
})
