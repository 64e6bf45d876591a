import { PostgresAdapter, sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { invitedSchema, openInvitationsPageSchema } from '../../contract/invitations'
import { inOrder, openInvitations } from '../invitations/open-invitations'
import { createSealing } from '../secrets/sealing'
import { apiWorkspace, type ApiWorkspace } from '../testing/api-workspace'
import { findActiveAccount } from '../users/find-account'

let workspace: ApiWorkspace
let time: number

beforeEach(async () => {
  time = Date.UTC(2026, 4, 10)
  workspace = await apiWorkspace({ now: () => time })
})
afterEach(() => workspace.remove())

const send = (method: string, path: string, body?: unknown, by = workspace.administratorId) =>
  workspace.send(method, `/console-api/invitations${path}`, workspace.inConsole(by), body)

async function invite(emails: readonly string[], role = 'member') {
  const answer = await send('POST', '', { emails, role, language: 'en' })
  return invitedSchema.parse(await answer.json()).invited
}

async function page(query: Readonly<Record<string, string>>, by?: string) {
  const answer = await send('GET', `/open?${new URLSearchParams(query).toString()}`, undefined, by)
  return openInvitationsPageSchema.parse(await answer.json())
}
const found = async (search: string, by?: string) => (await page({ search }, by)).invitations.map(({ email }) => email)

/** Reads all pages, doing something before each but the first. */
async function readAll(pageSize: number, between: (at: number) => Promise<unknown> = () => Promise.resolve()) {
  const first = await page({ pageSize: String(pageSize) })
  const emails = first.invitations.map(({ email }) => email)
  let { next } = first
  for (let at = 1; next !== null; at += 1) {
    await between(at)
    const more = await page({ pageSize: String(pageSize), after: next })
    expect(more.total).toBeNull()
    emails.push(...more.invitations.map(({ email }) => email))
    next = more.next
  }
  return { emails, total: first.total }
}

it('lists each once, the newest first and those of one moment by e-mail, a page at a time', async () => {
  await invite(['c@example.com', 'b@example.com', 'a@example.com', 'b-c@example.com', 'b_c@example.com'])
  time += 1
  await invite(['z@example.com', 'y@example.com'])
  const expected = ['y', 'z', 'a', 'b-c', 'b', 'b_c', 'c'].map((name) => `${name}@example.com`)
  for (const pageSize of [1, 2, 3, 7, 50]) expect(await readAll(pageSize)).toEqual({ emails: expected, total: 7 })
})

it('shows nobody twice and leaves nobody out while others come and go', async () => {
  const names = Array.from({ length: 12 }, (_, at) => `p${String(at).padStart(2, '0')}@example.com`)
  const invited = await invite(names)
  const idOf = (email: string | undefined) => invited.find((each) => each.email === email)?.id ?? ''
  const { emails } = await readAll(5, async (at) => {
    time += 1
    await invite([`new${String(at)}@example.com`])
    // One of those that were shown, the last of which is where the page ended.
    await send('DELETE', `/${idOf(names[5 * at - 1])}`)
  })
  expect(emails).toEqual(names)
})

it('finds a part of an e-mail, whatever its case, and takes nothing in it for a wildcard', async () => {
  await invite(['Dora@Example.com', 'd_ra@example.com', 'emil@example.org'])
  expect(await found('DORA@')).toEqual(['dora@example.com'])
  expect(await found(' example.org ')).toEqual(['emil@example.org'])
  expect(await found('d_r')).toEqual(['d_ra@example.com'])
  expect(await found('d%r')).toEqual([])
  expect(await page({ search: 'nobody' })).toEqual({ invitations: [], next: null, total: 0 })
  expect(await page({ search: 'ra@', pageSize: '1' })).toMatchObject({ total: 2 })
})

it('finds neither the company’s link nor what was withdrawn or accepted, nor a role that one may not give', async () => {
  const [dora, emil] = await invite(['dora@example.com', 'emil@example.com'])
  await invite(['boss@example.com'], 'administrator')
  await send('POST', '/company-link', { days: 7, mostUses: 3 })
  await send('DELETE', `/${dora?.id ?? ''}`)
  await workspace.db.updateTable('invitation').set({ uses: 1 }).where('id', '=', emil?.id ?? '').execute()
  expect(await found('')).toEqual(['boss@example.com'])
  const uma = await workspace.add('Uma', 'uma@example.com', 'user-manager')
  expect(await page({}, uma)).toEqual({ invitations: [], next: null, total: 0 })
})

it('lists one whose link was sealed with another key without it, until there is a new one', async () => {
  const [dora] = await invite(['dora@example.com'])
  const sealedToken = createSealing('another key', 'meeting passwords').seal('a secret')
  await workspace.db.updateTable('invitation').set({ sealedToken }).execute()
  expect((await page({})).invitations).toMatchObject([{ email: 'dora@example.com', link: null }])
  await send('POST', `/${dora?.id ?? ''}/resend`)
  expect((await page({})).invitations[0]?.link).toMatch(/#[\w-]{43}$/)
})

it.each(['', 'x', 'W10', Buffer.from('["a","b"]').toString('base64url'), Buffer.from('[1,"a\\u0000"]').toString('base64url')])(
  'refuses a page that it never led to: %j',
  async (after) => {
    const answer = await send('GET', `/open?after=${after}`)
    expect([answer.status, await answer.json()]).toEqual([400, { error: 'invalid', fields: ['after'] }])
  },
)

it('reads them in their order from an index, with a search and without', async ({ skip }) => {
  const { db } = workspace
  skip(db.getExecutor().adapter instanceof PostgresAdapter, 'PostgreSQL reads a table as small as this one as a whole')
  const by = await findActiveAccount(db, workspace.administratorId)
  if (by === null) throw new Error('Nobody is there')
  const plans = await Promise.all(
    ['', 'dora'].map((search) =>
      inOrder(openInvitations(db, by, search)).select('id').explain<{ detail: string }>(undefined, sql`query plan`)),
  )
  expect(plans).toHaveLength(2)
  // One step each: nothing is sorted.
  for (const plan of plans) expect(plan.map(({ detail }) => detail.includes('invitation_open_idx'))).toEqual([true])
})
