import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Product } from '../../src/contract/licence'
import type { Role } from '../../src/contract/session'
import { openSqlite, type WorkspaceDatabase } from '../../src/workspace/database/sqlite'
import { hashPassword } from '../../src/workspace/identity/password'
import { createAccount } from '../../src/workspace/users/create-account'
import type { Desktop } from './desktop'
import type { Person } from './people'

/**
 * Works on the embedded workspace's own database, for what the console can't do yet (invitations, roles) and what only a
 * vendor does (licences). The workspace may run meanwhile.
 */
async function withDatabase<Result>(desktop: Desktop, work: (db: WorkspaceDatabase) => Promise<Result>): Promise<Result> {
  const files = await readdir(desktop.profile, { recursive: true })
  const file = files.find((path) => path.endsWith('workspace.db'))
  if (file === undefined) throw new Error('The workspace has no database yet')
  const db = openSqlite(join(desktop.profile, file))
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

/** Adds someone to the company. */
export function addPerson(desktop: Desktop, person: Person, role: Role): Promise<void> {
  return withDatabase(desktop, async (db) => {
    const { id } = await db.selectFrom('company').select('id').executeTakeFirstOrThrow()
    const account = { companyId: id, name: person.name, email: person.email, role, language: 'en' }
    await createAccount(db, { ...account, passwordHash: await hashPassword(person.password) }, Date.now())
  })
}

/** Takes all licences but those of one product away from the company. */
export function leaveOnly(desktop: Desktop, product: Product): Promise<void> {
  return withDatabase(desktop, async (db) => {
    await db.deleteFrom('seat').execute()
    await db.deleteFrom('licence').where('product', '!=', product).execute()
  })
}

/** Ends every session at the workspace, as an administrator would who has lost a computer. */
export function revokeSessions(desktop: Desktop): Promise<void> {
  return withDatabase(desktop, async (db) => {
    await db.updateTable('oauthRefreshToken').set({ revoked: new Date().toISOString() }).execute()
    await db.deleteFrom('oauthAccessToken').execute()
    await db.deleteFrom('session').execute()
  })
}
