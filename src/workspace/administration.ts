import { join } from 'node:path'
import type { Role } from '../contract/session'
import type { Clock } from './clock'
import { databaseName } from './database/data-folder'
import { migrate } from './database/migrate'
import { openSqlite, type WorkspaceDatabase } from './database/sqlite'
import { recordEvents } from './events/record-event'
import { endSessions, expireAccessTokens } from './identity/end-sessions'
import { hashPassword } from './identity/password'
import { changeSeatsIn } from './licences/change-seats'
import { createLicence, type NewLicence } from './licences/create-licence'
import { changeUserIn } from './users/change-user'
import { createAccount } from './users/create-account'

/** A person or a name that the database does not have, or has already. */
class AdministrationError extends Error {
  override name = 'AdministrationError'
}

/**
 * What an operator can do to a workspace from beside it, on its database file, while it runs or not. Each change is
 * seen by the next request. Accounts are named by their e-mail.
 */
export interface Administration {
  /** Adds an account that can sign in with this password (12 to 128 characters). */
  addAccount(account: {
    name: string
    email: string
    password: string
    role: Role
    language?: string
  }): Promise<{ id: string }>
  setRole(email: string, role: Role): Promise<void>
  /** Takes all licences and seats away and gives these, with seats for the `holders`. */
  replaceLicences(licences: readonly (Omit<NewLicence, 'companyId'> & { holders?: readonly string[] })[]): Promise<void>
  /** Ends browser sessions and revokes all tokens: the account has to sign in again everywhere. */
  endSessions(email: string): Promise<void>
  /** Lets the access tokens run out now; the app gets new ones with its refresh token. */
  expireAccessTokens(email: string): Promise<void>
  close(): Promise<void>
}

/**
 * Opens a workspace's data for administration. The workspace has to have its company.
 *
 * @param dataFolder The folder given as `--data`, absolute.
 * @param now Time for what is written, milliseconds since the epoch.
 */
export async function openAdministration(dataFolder: string, now: Clock = Date.now): Promise<Administration> {
  const db = openSqlite(join(dataFolder, databaseName))
  await migrate(db)
  return administrationOf(db, now)
}

/** As `openAdministration`, on a database that is open; `close` closes it. */
export function administrationOf(db: WorkspaceDatabase, now: Clock = Date.now): Administration {
  return {
    addAccount: async ({ name, email, password, role, language = 'en' }) => {
      const passwordHash = await hashPassword(password)
      return db.transaction().execute(async (transaction) => {
        const companyId = await companyOf(transaction)
        const account = await createAccount(
          transaction,
          { companyId, name, email, role, language, passwordHash },
          now(),
        )
        if (account === 'email-taken') throw new AdministrationError(`There is an account for ${email} already`)
        await recordEvents(transaction, [
          { companyId, name: 'UserCreated', at: now(), author: null, affectedItem: email, details: { role } },
        ])
        return account
      })
    },
    setRole: (email, role) =>
      db.transaction().execute(async (transaction) => {
        const companyId = await companyOf(transaction)
        const accountId = await accountOf(transaction, email)
        const outcome = await changeUserIn(transaction, { companyId, accountId, actor: null }, { role }, now())
        if (outcome !== 'done') throw new AdministrationError(`${email} could not be made ${role}: ${outcome}`)
      }),
    replaceLicences: (licences) =>
      db.transaction().execute(async (transaction) => {
        const companyId = await companyOf(transaction)
        await transaction.deleteFrom('seat').execute()
        await transaction.deleteFrom('licence').where('companyId', '=', companyId).execute()
        for (const { holders = [], ...licence } of licences) {
          const { id } = await createLicence(transaction, { companyId, ...licence })
          for (const email of holders) {
            const accountId = await accountOf(transaction, email)
            const outcome = await changeSeatsIn(transaction, { companyId, accountId, give: [id], author: null }, now())
            if (outcome !== 'done')
              throw new AdministrationError(`${email} could not be given ${licence.name}: ${outcome}`)
          }
        }
      }),
    endSessions: async (email) => endSessions(db, await accountOf(db, email), now()),
    expireAccessTokens: async (email) => expireAccessTokens(db, await accountOf(db, email), now()),
    close: () => db.destroy(),
  }
}

async function companyOf(db: WorkspaceDatabase): Promise<string> {
  const company = await db.selectFrom('company').select('id').executeTakeFirst()
  if (company === undefined) throw new AdministrationError('The workspace has no company yet')
  return company.id
}

async function accountOf(db: WorkspaceDatabase, email: string): Promise<string> {
  const found = await db.selectFrom('user').where('email', '=', email.toLowerCase()).select('id').executeTakeFirst()
  if (found === undefined) throw new AdministrationError(`There is no account for ${email}`)
  return found.id
}
