import { expect, it } from 'vitest'
import { nobodyYet } from '../../accounts/remembered'
import { startsWithParley } from './starts-with-parley'

const account = { id: 'u1', name: 'Anna', email: 'anna@example.com', companyName: 'Example', role: null }
const here = { kind: 'this-computer', account } as const
const elsewhere = { kind: 'self-hosted', account } as const

it.each([
  ['a first start', [nobodyYet], null, false],
  ['nobody signed in where a company was made', [nobodyYet], 5000, true],
  ['an account on this computer', [here], 5000, true],
  ['one here beside one elsewhere', [elsewhere, here], 5000, true],
  ['accounts elsewhere alone', [elsewhere, nobodyYet], 5000, false],
])('%s', (_name, accounts, workspacePort, expected) => {
  expect(startsWithParley({ accounts, workspacePort })).toBe(expected)
})
