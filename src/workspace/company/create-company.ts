import { randomUUID } from 'node:crypto'
import { dayInMilliseconds, dayOf } from '../clock'
import { inTransaction } from '../database/in-transaction'
import { lockTable } from '../database/lock-table'
import type { WorkspaceDatabase } from '../database/sqlite'
import { recordEvents } from '../events/record-event'
import { changeSeatsIn } from '../licences/change-seats'
import { createLicence } from '../licences/create-licence'
import { createAccount } from '../users/create-account'

/** Free has no limit that anyone would meet. */
const freeSeats = 100_000

export interface NewCompany {
  readonly companyName: string
  readonly isSample: boolean
  readonly administrator: {
    readonly name: string
    readonly email: string
    readonly language: string
    readonly passwordHash: string
  }
}

export type CompanyCreated = { readonly companyId: string; readonly administratorId: string }

/** Tells whether the workspace still waits for its company. It holds one company. */
export async function needsCompany(db: WorkspaceDatabase): Promise<boolean> {
  return (await db.selectFrom('company').select('id').limit(1).executeTakeFirst()) === undefined
}

/**
 * Makes the workspace's company with its first account, an administrator, all in one transaction.
 *
 * @param now Milliseconds since the epoch.
 * @returns What was made, or `company-exists` when another request was faster.
 */
export async function createCompany(
  db: WorkspaceDatabase,
  wanted: NewCompany,
  now: number,
): Promise<CompanyCreated | 'company-exists'> {
  return inTransaction(db, async (transaction) => {
    await lockTable(transaction, 'company')
    if (!(await needsCompany(transaction))) return 'company-exists'
    const { administrator } = wanted
    const companyId = `c${randomUUID().replaceAll('-', '')}`
    await transaction
      .insertInto('company')
      .values({
        id: companyId,
        name: wanted.companyName,
        isSample: wanted.isSample ? 1 : 0,
        createdAt: now,
        language: administrator.language,
      })
      .execute()
    const account = await createAccount(transaction, { companyId, role: 'administrator', ...administrator }, now)
    // Accounts come with a company, so there can't be one yet; thrown, so that nothing of the company stays.
    if (account === 'email-taken') throw new Error('An account exists without a company')
    const author = { accountId: account.id, email: administrator.email.toLowerCase() }
    await recordEvents(transaction, [
      { companyId, name: 'CompanyCreated', at: now, author, affectedItem: wanted.companyName, details: {} },
      {
        companyId,
        name: 'UserCreated',
        at: now,
        author,
        affectedItem: author.email,
        details: { role: 'administrator' },
      },
    ])
    if (!wanted.isSample) await giveTrial(transaction, companyId, account.id, now)
    return { companyId, administratorId: account.id }
  })
}

/**
 * What a new company starts with, so that it can do the main job from its first minute: Free for everybody, and a year
 * of Meeting 50 with ten seats, which includes user management, one of them the administrator's.
 */
async function giveTrial(
  transaction: WorkspaceDatabase,
  companyId: string,
  administratorId: string,
  now: number,
): Promise<void> {
  await createLicence(transaction, { companyId, name: 'Free', product: 'free', seats: freeSeats, endsOn: null })
  const trial = await createLicence(transaction, {
    companyId,
    name: 'Meeting 50',
    product: 'meeting-50',
    seats: 10,
    endsOn: dayOf(now + 365 * dayInMilliseconds),
  })
  await changeSeatsIn(transaction, { companyId, accountId: administratorId, give: [trial.id], author: null }, now)
}
