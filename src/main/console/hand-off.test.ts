import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkConsoleAddress, consoleAddress } from './hand-off'

const own = 'http://127.0.0.1:41000'

describe('consoleAddress', () => {
  it.each([
    [{ kind: 'parley', address: own } as const, `${own}/nav/users/company?login_hint=anna%2Bx%40example.com`],
    [
      { kind: 'parley', address: 'https://meet.example.com' } as const,
      'https://meet.example.com/nav/users/company?login_hint=anna%2Bx%40example.com',
    ],
    [{ kind: 'teamviewer' } as const, 'https://login.teamviewer.com/nav/users/company'],
    [{ kind: 'parley', address: null } as const, null],
    [{ kind: 'parley', address: 'nonsense' } as const, null],
    [{ kind: 'parley', address: 'http://meet.example.com' } as const, null],
    [{ kind: 'parley', address: 'http://localhost:41000' } as const, null],
    [{ kind: 'parley', address: 'http://127.0.0.2:41000' } as const, null],
    [{ kind: 'parley', address: 'https://anna:x@meet.example.com' } as const, null],
    [{ kind: 'parley', address: 'file:///etc/passwd' } as const, null],
    [{ kind: 'parley', address: 'javascript:alert(1)' } as const, null],
  ])('%j', (configuration, expected) => {
    expect(consoleAddress(configuration, 'anna+x@example.com')).toBe(expected)
  })

  it('stays on the console, whatever the e-mail says', () => {
    fc.assert(
      fc.property(fc.string(), (email) => {
        const url = new URL(consoleAddress({ kind: 'parley', address: own }, email) ?? '')
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
