import { sql } from 'kysely'
import { createCompany } from '../src/workspace/company/create-company'
import { prepareDataFolder } from '../src/workspace/database/data-folder'
import { migrate } from '../src/workspace/database/migrate'
import { openDatabase } from '../src/workspace/database/open-database'
import { hashPassword } from '../src/workspace/identity/password'
import { invite } from '../src/workspace/invitations/invite'
import { addManyUsers } from '../src/workspace/sample/add-many-users'
import { createSealing } from '../src/workspace/secrets/sealing'
import { findActiveAccount } from '../src/workspace/users/find-account'

/** Fills a data folder, or an empty PostgreSQL, with a company of so many users and 10,000 open invitations: `FOLDER COUNT [ADDRESS]`. */
const [folder = '', count = '', address] = process.argv.slice(2)
const { databasePath, secret } = prepareDataFolder(folder)
const db = await openDatabase(address ?? null, databasePath, () => undefined)
await migrate(db)
const administrator = {
  name: 'Anna',
  email: 'anna@example.com',
  language: 'en',
  passwordHash: await hashPassword('four calm words here'),
}
const made = await createCompany(db, { companyName: 'Example', isSample: false, administrator }, Date.now())
if (made === 'company-exists') throw new Error('The database was not empty')
await addManyUsers(db, made.companyId, Number(count) - 1, Date.now())
const by = await findActiveAccount(db, made.administratorId)
if (by === null) throw new Error('Nobody is there to invite')
const inviting = { db, sealing: createSealing(secret, 'meeting passwords'), sendsMail: false, by }
for (let first = 0; first < 10_000; first += 200) {
  const emails = Array.from({ length: 200 }, (_, at) => `guest${String(first + at)}@example.com`)
  await invite({ ...inviting, now: Date.now() - first * 1_000 }, emails, 'member', 'en')
}
// PostgreSQL does this by itself within a minute of so many new rows (autovacuum).
if (address !== undefined) await sql`vacuum (analyze)`.execute(db)
await db.destroy()
