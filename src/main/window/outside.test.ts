import { describe, expect, it } from 'vitest'
import { checkOutsideAddress } from './outside'

const workspace = 'http://127.0.0.1:41234'

describe('checkOutsideAddress', () => {
  it.each([
    ['https://login.teamviewer.com/nav/users/company', 'https://login.teamviewer.com/nav/users/company'],
    ['http://127.0.0.1:41234/nav/users/company?login_hint=a%40b.c', 'http://127.0.0.1:41234/nav/users/company?login_hint=a%40b.c'],
  ])('%s is opened', (address, opened) => {
    expect(checkOutsideAddress(address, [null, workspace])).toBe(opened)
  })

  it.each([
    'http://127.0.0.1:41235/',
    'http://localhost:41234/',
    'http://127.1:80/',
    'http://login.teamviewer.com/',
    'https://user:word@login.teamviewer.com/',
    'https://user@login.teamviewer.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://login.teamviewer.com/',
    'smb://server/share',
    'ms-msdt:/id',
    'parley://home',
    'app://parley/',
    'vbscript:x',
    '',
    'not an address',
    '\\\\server\\share',
    `https://login.teamviewer.com/${'a'.repeat(9000)}`,
  ])('%j is refused', (address) => {
    expect(checkOutsideAddress(address, [null, workspace])).toBeNull()
  })

  it('opens no workspace while there is none', () => {
    expect(checkOutsideAddress(`${workspace}/`, [null])).toBeNull()
  })
})
