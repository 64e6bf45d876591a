import { randomBytes } from 'node:crypto'
import { dayInMilliseconds, dayOf } from '../clock'
import { createCompany } from '../company/create-company'
import type { WorkspaceDatabase } from '../database/sqlite'
import { recordEvents, type Author, type CompanyEvent } from '../events/record-event'
import { hashPassword } from '../identity/password'
import { changeSeatsIn } from '../licences/change-seats'
import { createLicence } from '../licences/create-licence'
import { createAccount } from '../users/create-account'
import { foldName } from '../users/folded-name'
import { familyNames, givenNames } from './people'
import { seededRandom } from './seeded-random'

const seed = 20_260_101
const users = 250
const languages = ['en', 'fr', 'de'] as const
/** A domain that can't exist (RFC 2606 §2), so that no mail ever reaches anybody. */
const domain = 'sample.example'

/** Seats and the share of users who hold one. Meeting 50 is full, so that running out of seats can be seen. */
const licences = [
  { name: 'Free', product: 'free', seats: 1000, lastsDays: null, holders: 90 },
  { name: 'Meeting 50', product: 'meeting-50', seats: 50, lastsDays: 120, holders: 50 },
  { name: 'Meeting 100', product: 'meeting-100', seats: 80, lastsDays: 300, holders: 60 },
  { name: 'Enterprise', product: 'enterprise', seats: 40, lastsDays: 700, holders: 25 },
] as const

/**
 * Fills an empty database with a company of 250 users, four licences and a year of events, all marked as sample data.
 * It is the same company each time, but for its administrator's password, which is random and known to nobody but the
 * caller.
 *
 * @param now Milliseconds since the epoch; the year of events ends here.
 * @returns How to sign in, or null when there is a company already, which is left as it is.
 */
export async function fillWithSample(
  db: WorkspaceDatabase,
  now: number,
): Promise<{ email: string; password: string } | null> {
  const password = randomBytes(15).toString('base64url')
  const administrator = {
    name: 'Sam Sample',
    email: `sam.sample@${domain}`,
    language: 'en',
    passwordHash: await hashPassword(password),
  }
  const start = now - 365 * dayInMilliseconds
  const made = await createCompany(
    db,
    { companyName: 'Sample Company (sample data)', isSample: true, administrator },
    start,
  )
  if (made === 'company-exists') return null
  const author = { accountId: made.administratorId, email: administrator.email }
  await db.transaction().execute((transaction) => addUsers(transaction, made.companyId, author, start, now))
  return { email: administrator.email, password }
}

async function addUsers(
  transaction: WorkspaceDatabase,
  companyId: string,
  author: NonNullable<Author>,
  start: number,
  now: number,
): Promise<void> {
  const random = seededRandom(seed)
  // People come during most of the year and get their licences after that: the log's order is that of its times.
  const lastJoined = start + (now - start) * 0.9
  const momentSince = (since: number) => Math.floor(since + random() * (lastJoined - since))
  const events: CompanyEvent[] = []
  const accountIds = [author.accountId]
  for (let number = 1; number < users; number += 1) {
    const name = nameOf(number)
    const email = `${foldName(name).replace(/[^a-z]+/g, '.')}@${domain}`
    const joined = momentSince(start)
    const role = number <= 3 ? 'administrator' : number <= 8 ? 'user-manager' : 'member'
    const account = await createAccount(
      transaction,
      {
        companyId,
        name,
        email,
        role,
        language: languages[number % languages.length] ?? 'en',
        passwordHash: null,
        active: number % 29 !== 0,
        lastSeenAt: random() < 0.15 ? null : Math.floor(joined + random() * (now - joined)),
      },
      joined,
      `usample${String(number).padStart(4, '0')}`,
    )
    if (account === 'email-taken') throw new Error('Two sample users have the same e-mail')
    accountIds.push(account.id)
    events.push(
      { companyId, name: 'UserCreated', at: joined, author, affectedItem: email, details: { role: 'member' } },
      {
        companyId,
        name: 'JoinCompany',
        at: joined,
        author: { accountId: account.id, email },
        affectedItem: email,
        details: {},
      },
    )
    if (role !== 'member') {
      const at = momentSince(joined)
      events.push({ companyId, name: 'EditUserPermissions', at, author, affectedItem: email, details: { role } })
    }
  }
  events.sort((one, other) => one.at - other.at)
  for (let at = 0; at < events.length; at += 50) await recordEvents(transaction, events.slice(at, at + 50))

  // Administrators first, so that the best licence is theirs; the last ones have none.
  const waiting = [...accountIds]
  const pause = (now - lastJoined) / accountIds.length
  let given = 0
  for (const { name, product, seats, lastsDays, holders } of licences.toReversed()) {
    const endsOn = lastsDays === null ? null : dayOf(now + lastsDays * dayInMilliseconds)
    const licence = await createLicence(transaction, { companyId, name, product, seats, endsOn })
    for (const accountId of waiting.splice(0, holders)) {
      given += 1
      await changeSeatsIn(transaction, { companyId, accountId, give: [licence.id], author }, Math.floor(lastJoined + given * pause))
    }
  }
}

/** Distinct for every number below the product of both lists' lengths. */
function nameOf(number: number): string {
  const given = givenNames[number % givenNames.length] ?? ''
  const turn = Math.floor(number / givenNames.length)
  const family = familyNames[(number * 7 + turn) % familyNames.length] ?? ''
  return `${given} ${family}`
}
