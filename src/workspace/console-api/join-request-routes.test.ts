import { afterEach, beforeEach, expect, it } from 'vitest'
import { invitationsSchema } from '../../contract/invitations'
import { consoleApiPrefix } from '../../contract/page-paths'
import { dayInMilliseconds } from '../clock'
import { removeExpired } from '../database/remove-expired'
import { askToJoin, type Joining } from '../invitations/join'
import { changeSeats } from '../licences/change-seats'
import { createLicence } from '../licences/create-licence'
import { apiWorkspace, type ApiWorkspace } from '../testing/api-workspace'
import { markSeen } from '../users/find-account'
import { removeUserIn } from '../users/remove-user'

let workspace: ApiWorkspace
let token: string
let ahead = 0
const now = () => Date.now() + ahead
const joe = { name: 'Joe', passwordHash: 'hash of Joe', language: 'de', email: 'joe@example.com' }

beforeEach(async () => {
  ahead = 0
  workspace = await apiWorkspace({ now })
  const link = await send('/company-link', workspace.administratorId, { days: 7, mostUses: 20 })
  token = invitationsSchema.parse(await link.json()).companyLink?.link.split('#')[1] ?? ''
})
afterEach(() => workspace.remove())

const send = (path: string, by = workspace.administratorId, body?: unknown) =>
  workspace.send('POST', `${consoleApiPrefix}/invitations${path}`, workspace.inConsole(by), body)

async function ask(joining: Joining & { email: string } = joe): Promise<string> {
  expect(await askToJoin(workspace.db, token, joining, now())).toBe(true)
  const { id } = await workspace.db.selectFrom('joinRequest').where('email', '=', joining.email).select('id').executeTakeFirstOrThrow()
  return id
}
async function answer(id: string, how: 'accept' | 'unaccept' | 'refuse' | 'restore', by = workspace.administratorId) {
  const answered = await send(`/requests/${id}/${how}`, by)
  const body: unknown = await answered.json()
  return answered.status === 200 ? invitationsSchema.parse(body).requests.map(({ email }) => email) : [answered.status, body]
}
const accounts = () =>
  workspace.db
    .selectFrom('user')
    .leftJoin('membership', 'membership.accountId', 'user.id')
    .leftJoin('account', 'account.userId', 'user.id')
    .where('user.email', '=', joe.email)
    .select(['user.id', 'membership.role', 'membership.language', 'account.password'])
    .execute()
const joesId = async () => (await accounts())[0]?.id ?? ''
const events = async () =>
  (await workspace.db.selectFrom('event').where('affectedItem', '=', joe.email).orderBy('number').select('name').execute()).map(({ name }) => name)

it('takes an acceptance back: no account, seats free, the request open with its password, both in the log', async () => {
  const { db, companyId } = workspace
  const licence = await createLicence(db, { companyId, name: 'Meeting 50', product: 'meeting-50', seats: 1, endsOn: null })
  const id = await ask()
  expect(await answer(id, 'accept')).toEqual([])
  expect(await accounts()).toMatchObject([{ role: 'member', language: 'de', password: joe.passwordHash }])
  await changeSeats(db, { companyId, accountId: await joesId(), give: [licence.id], author: null }, now())
  expect(await answer(id, 'refuse')).toMatchObject([404, {}])
  expect(await answer(id, 'unaccept')).toEqual([joe.email])
  expect(await accounts()).toEqual([])
  expect(await db.selectFrom('licence').where('id', '=', licence.id).select('seatsUsed').execute()).toEqual([{ seatsUsed: 0 }])
  expect(await events()).toEqual(['JoinCompany', 'LicenseAssigned', 'LicenseRemoved', 'UserDeleted', 'JoinReopened'])
  expect(await answer(id, 'unaccept')).toMatchObject([404, {}])
  expect(await answer(id, 'accept')).toEqual([])
  expect(await accounts()).toMatchObject([{ role: 'member', password: joe.passwordHash }])
})

it('takes nothing back once the account was used, or a day later', async () => {
  const id = await ask()
  await answer(id, 'accept')
  await markSeen(workspace.db, await joesId(), now())
  expect(await answer(id, 'unaccept')).toEqual([409, { error: 'wrong-state' }])
  expect(await accounts()).toHaveLength(1)
  await workspace.db.updateTable('membership').set({ lastSeenAt: null }).execute()
  ahead += dayInMilliseconds + 60_000
  await removeExpired(workspace.db, now() - 120_000)
  expect(await answer(id, 'unaccept')).toMatchObject([404, {}])
  await removeExpired(workspace.db, now())
  expect(await workspace.db.selectFrom('joinRequest').selectAll().execute()).toEqual([])
})

it('makes an account that was there before what it was, and lets whoever was removed ask anew', async () => {
  const { db, companyId, administratorId } = workspace
  const actor = { accountId: administratorId, email: 'anna@example.com', role: 'administrator' } as const
  const id = await ask()
  await answer(id, 'accept')
  const accountId = await joesId()
  ahead += 1000
  await db.transaction().execute((transaction) => removeUserIn(transaction, { companyId, accountId, actor }, false, now()))
  expect(await answer(id, 'unaccept')).toMatchObject([404, {}])
  const again = await ask({ ...joe, passwordHash: 'another' })
  ahead += 1000
  await answer(again, 'accept')
  expect(await answer(again, 'unaccept')).toEqual([joe.email])
  expect(await accounts()).toMatchObject([{ id: accountId, role: null }])
  await answer(again, 'accept')
  expect(await accounts()).toMatchObject([{ id: accountId, role: 'member', password: 'another' }])
})

it('is nobody’s to take back who may not manage the user', async () => {
  const uma = await workspace.add('Uma', 'uma@example.com', 'user-manager')
  const id = await ask()
  expect(await answer(id, 'accept', uma)).toEqual([])
  await workspace.db.updateTable('membership').set({ role: 'administrator' }).where('accountId', '=', await joesId()).execute()
  expect(await answer(id, 'unaccept', uma)).toEqual([403, { error: 'not-allowed' }])
  expect(await accounts()).toMatchObject([{ role: 'administrator', password: joe.passwordHash }])
  const mo = await workspace.add('Mo', 'mo@example.com')
  expect(await answer(id, 'unaccept', mo)).toMatchObject([403, {}])
})

it('says in the log that a request was refused and opened again', async () => {
  const id = await ask()
  expect(await answer(id, 'refuse')).toEqual([])
  expect(await answer(id, 'restore')).toEqual([joe.email])
  expect(await events()).toEqual(['JoinRefused', 'JoinReopened'])
})
