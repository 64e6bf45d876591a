import { createCompany } from '../company/create-company'
import type { WorkspaceDatabase } from '../database/sqlite'

interface Wishes {
  isSample?: boolean
  administrator?: { name?: string; email?: string; language?: string }
}

/**
 * Makes a company with its administrator, who is Anna unless wished otherwise, and can't sign in.
 *
 * @param now Milliseconds since the epoch.
 * @throws Where the database has a company.
 */
export async function makeCompany(db: WorkspaceDatabase, now: number, { isSample = false, administrator = {} }: Wishes = {}) {
  const anna = { name: 'Anna', email: 'anna@example.com', language: 'en', passwordHash: 'x', ...administrator }
  const made = await createCompany(db, { companyName: 'Example', isSample, administrator: anna }, now)
  if (made === 'company-exists') throw new Error('The database was not empty')
  return made
}
