import type { ChangeCompany, CompanySettings } from '../../contract/company'
import { daysToKeep } from '../../contract/company'
import { dayInMilliseconds } from '../clock'
import { inTransaction } from '../database/in-transaction'
import type { WorkspaceDatabase } from '../database/sqlite'
import { recordEvents, type Author, type CompanyEvent } from '../events/record-event'
import { queueMails } from '../mail/outbox'
import type { Picture } from '../pictures/picture'

/** Whose company is changed, by whom, and when (milliseconds since the epoch). */
export interface CompanyChange {
  readonly companyId: string
  readonly author: Author
  readonly now: number
}

/** The company as its administrators set it up. */
export async function findCompany(db: WorkspaceDatabase, companyId: string): Promise<CompanySettings> {
  return db
    .selectFrom('company')
    .leftJoin('companyPicture', 'companyPicture.companyId', 'company.id')
    .where('company.id', '=', companyId)
    .select(['company.name', 'company.language', 'companyPicture.version as picture', 'company.deletesAt'])
    .executeTakeFirstOrThrow()
}

/** Changes name and language; what is left out stays. */
export async function changeCompany(db: WorkspaceDatabase, by: CompanyChange, change: ChangeCompany): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const before = await lock(transaction, by)
    const { name = before.name, language = before.language } = change
    const details = {
      ...(name === before.name ? {} : { name, nameBefore: before.name }),
      ...(language === before.language ? {} : { language, languageBefore: before.language }),
    }
    if (Object.keys(details).length === 0) return
    await transaction.updateTable('company').set({ name, language }).where('id', '=', by.companyId).execute()
    await record(transaction, by, 'EditCompany', before.name, details)
  })
}

/** Sets the company's picture, or with null takes it away. */
export async function setPicture(db: WorkspaceDatabase, by: CompanyChange, picture: Picture | null): Promise<void> {
  const { companyId } = by
  await inTransaction(db, async (transaction) => {
    const { name, picture: before } = await lock(transaction, by)
    if ((picture?.version ?? null) === before) return
    await transaction.deleteFrom('companyPicture').where('companyId', '=', companyId).execute()
    if (picture !== null) await transaction.insertInto('companyPicture').values({ companyId, ...picture }).execute()
    const details = { picture: picture?.version ?? null, pictureBefore: before }
    await record(transaction, by, 'EditCompany', name, details)
  })
}

/** The company's picture as a PNG file, or null for none. */
export async function findPicture(db: WorkspaceDatabase, companyId: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await db
    .selectFrom('companyPicture')
    .where('companyId', '=', companyId)
    .select('content')
    .executeTakeFirst()
  return found === undefined ? null : new Uint8Array(found.content)
}

/**
 * Lets the company be deleted some days from now.
 *
 * @param typedName What somebody typed to confirm it.
 * @param byName Who asks, for the mails to all administrators; null where none are sent.
 * @returns `wrong-name`, with nothing done, where that is not its name; `already` where it is to be deleted anyway.
 */
export async function askDeletion(
  db: WorkspaceDatabase,
  by: CompanyChange,
  typedName: string,
  byName: string | null,
): Promise<'done' | 'wrong-name' | 'already'> {
  return inTransaction(db, async (transaction) => {
    const { name, deletesAt: before } = await lock(transaction, by)
    if (typedName !== name.trim()) return 'wrong-name'
    if (before !== null) return 'already'
    const deletesAt = by.now + daysToKeep * dayInMilliseconds
    await transaction.updateTable('company').set({ deletesAt }).where('id', '=', by.companyId).execute()
    await record(transaction, by, 'CompanyDeletionAsked', name, { deletesAt: new Date(deletesAt).toISOString() })
    if (byName !== null) await tellAdministrators(transaction, by, byName, deletesAt)
    return 'done'
  })
}

/** So that none of them finds out too late. */
async function tellAdministrators(
  transaction: WorkspaceDatabase,
  { companyId, now }: CompanyChange,
  byName: string,
  endsAt: number,
): Promise<void> {
  const administrators = await transaction
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.accountId')
    .where('membership.companyId', '=', companyId)
    .where('membership.role', '=', 'administrator')
    .where('membership.active', '=', 1)
    .select(['user.id as accountId', 'user.email'])
    .execute()
  const about = { kind: 'company-deletion', companyId, byName, endsAt } as const
  await queueMails(transaction, administrators.map((administrator) => ({ ...about, ...administrator })), now)
}

/** Lets the company be kept after all. Once its deletion has begun, nobody is signed in who could. */
export async function withdrawDeletion(db: WorkspaceDatabase, by: CompanyChange): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const { name, deletesAt } = await lock(transaction, by)
    if (deletesAt === null) return
    const { numUpdatedRows } = await transaction
      .updateTable('company')
      .set({ deletesAt: null })
      .where('id', '=', by.companyId)
      .where('isEnding', '=', 0)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) await record(transaction, by, 'CompanyDeletionWithdrawn', name, {})
  })
}

/** Reads the company; its row, written as it is, keeps others waiting in SQLite as in PostgreSQL. */
async function lock(transaction: WorkspaceDatabase, { companyId }: CompanyChange): Promise<CompanySettings> {
  await transaction
    .updateTable('company')
    .set((is) => ({ name: is.ref('name') }))
    .where('id', '=', companyId)
    .execute()
  return findCompany(transaction, companyId)
}

async function record(
  transaction: WorkspaceDatabase,
  { companyId, author, now }: CompanyChange,
  name: CompanyEvent['name'],
  affectedItem: string,
  details: CompanyEvent['details'],
): Promise<void> {
  await recordEvents(transaction, [{ companyId, name, at: now, author, affectedItem, details }])
}
