import { expect, it } from 'vitest'
import type { Soon } from '../../contract/meetings'
import type { Destination } from '../../contract/routes'
import { makeAccountsWorld, person } from '../accounts/test-accounts'
import type { OtherAccount } from '../meetings/other-meetings'
import { knownMeetings } from './known-meetings'

const soon: Soon[] = [{ id: 'm1', subject: 'Beside', start: 1, end: 2, isSeries: false }]
const join: Destination = { page: 'join', meeting: 'm12-345-678' }

/** Anna on this computer, and Bob, who is shown. */
function world() {
  const side = makeAccountsWorld()
  const accounts = side.two()
  const kept: (readonly string[])[] = []
  const asked: OtherAccount[] = []
  const went: string[] = []
  const known = () =>
    knownMeetings({
      accounts,
      desks: { now: () => null },
      others: { soon: async (account) => (asked.push(account), soon), keepOnly: (ids) => kept.push(ids) },
      isReminded: ({ kind }, id) => kind === 'this-computer' && id === 'anna',
      goTo: ({ page }) => went.push(`${accounts.current().key} ${page}`),
    })
  return { side, accounts, known, kept, asked, went }
}

it('those beside the account that is shown are told of by their e-mail, lead to it, and bring no invitations', async () => {
  const { side, known, kept, asked, went } = world()
  const [anna, ...more] = known()
  expect(more).toEqual([])
  expect(anna).toMatchObject({ id: 'first.anna', name: 'anna@example.com', isReminded: true, invitations: null })
  expect(await anna?.soon()).toBe(soon)
  expect(kept).toEqual([['first.anna']])
  // The session begins its work when something is wanted of it, where the keychain is at hand.
  await expect(asked[0]?.connect()).resolves.toBe(true)
  expect(side.handles.get('first')?.log).toEqual(['connect'])
  anna?.goTo(join)
  expect(went).toEqual(['first join'])
  expect(known().map(({ id }) => id)).toEqual(['k1.bob'])
})

it('a single account needs no name; two of the same e-mail are told apart by the company', async () => {
  const { side, accounts, known } = world()
  side.handles.get('first')?.signIn({ ...person('anna'), email: 'bob@example.com', companyName: 'Home' })
  expect(known().map(({ name }) => name)).toEqual(['bob@example.com (Home)'])
  await accounts.remove('k1')
  accounts.add({ kind: 'teamviewer', address: null })
  expect(known().map(({ name }) => name)).toEqual([null])
})
