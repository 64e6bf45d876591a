import { dayInMilliseconds } from '../clock'
import type { Role } from '../../contract/session'
import type { WorkspaceDatabase } from '../database/sqlite'
import { createLicence } from '../licences/create-licence'
import { foldName } from '../users/folded-name'
import { familyNames, givenNames } from './people'
import { seededRandom } from './seeded-random'

const seed = 20_260_102
const domain = 'sample.example'
const languages = ['en', 'fr', 'de'] as const

/** Rows of one statement, well below the parameters that one may have. */
const atOnce = 500

/**
 * Adds users to a company by the thousand, for measurements: names, roles, days of the last visit and seats of two new
 * licences spread as in a real company, the same each time. Nothing is written to the log, and nobody can sign in.
 *
 * @param count How many users, numbered from `from`.
 * @param now Milliseconds since the epoch.
 */
export async function addManyUsers(
  db: WorkspaceDatabase,
  companyId: string,
  count: number,
  now: number,
  from = 0,
): Promise<void> {
  const random = seededRandom(seed + from)
  const moment = new Date(now).toISOString()
  await db.transaction().execute(async (transaction) => {
    const licence = { companyId, seats: count, endsOn: null }
    const meeting = await createLicence(transaction, { ...licence, name: 'Meeting 100', product: 'meeting-100' })
    const other = await createLicence(transaction, { ...licence, name: 'Support', product: 'other' })
    const used = { [meeting.id]: 0, [other.id]: 0 }
    for (let at = 0; at < count; at += atOnce) {
      const people = Array.from({ length: Math.min(atOnce, count - at) }, (_, index) => {
        const number = from + at + index
        const given = givenNames[Math.floor(random() * givenNames.length)] ?? ''
        const family = familyNames[Math.floor(random() * familyNames.length)] ?? ''
        const name = `${given} ${family}`
        const email = `${foldName(name).replace(/[^a-z]+/g, '.')}.${number}@${domain}`
        const role: Role = random() < 0.0001 ? 'administrator' : random() < 0.002 ? 'user-manager' : 'member'
        return {
          id: `umany${String(number).padStart(7, '0')}`,
          name,
          email,
          role,
          language: languages[number % languages.length] ?? 'en',
          active: random() < 0.03 ? 0 : 1,
          lastSeenAt: random() < 0.15 ? null : now - Math.floor(random() * 400 * dayInMilliseconds),
          licences: [...(random() < 0.6 ? [meeting.id] : []), ...(random() < 0.1 ? [other.id] : [])],
        }
      })
      await transaction
        .insertInto('user')
        .values(
          people.map(({ id, name, email }) => ({
            ...{ id, name, email, emailVerified: 0, image: null, createdAt: moment, updatedAt: moment },
          })),
        )
        .execute()
      await transaction
        .insertInto('membership')
        .values(
          people.map(({ id, name, role, language, active, lastSeenAt }) => ({
            ...{ accountId: id, companyId, role, active, language, lastSeenAt, foldedName: foldName(name) },
          })),
        )
        .execute()
      const seats = people.flatMap(({ id, licences }) =>
        licences.map((licenceId) => ({
          ...{ accountId: id, licenceId, assignedAt: now },
          family: licenceId === meeting.id ? ('meeting' as const) : ('other' as const),
        })),
      )
      if (seats.length > 0) await transaction.insertInto('seat').values(seats).execute()
      for (const { licenceId } of seats) used[licenceId] = (used[licenceId] ?? 0) + 1
    }
    for (const [id, seatsUsed] of Object.entries(used)) {
      await transaction.updateTable('licence').set({ seatsUsed }).where('id', '=', id).execute()
    }
  })
}
