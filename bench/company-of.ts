import { sql } from 'kysely'
import { createCompany } from '../src/workspace/company/create-company'
import { prepareDataFolder } from '../src/workspace/database/data-folder'
import { migrate } from '../src/workspace/database/migrate'
import { openDatabase } from '../src/workspace/database/open-database'
import { hashPassword } from '../src/workspace/identity/password'
import { addManyUsers } from '../src/workspace/sample/add-many-users'

/** Fills a data folder, or an empty PostgreSQL, with a company of so many users: `FOLDER COUNT [ADDRESS]`. */
const [folder = '', count = '', address] = process.argv.slice(2)
const db = await openDatabase(address ?? null, prepareDataFolder(folder).databasePath, () => undefined)
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
// PostgreSQL does this by itself within a minute of so many new rows (autovacuum).
if (address !== undefined) await sql`vacuum (analyze)`.execute(db)
await db.destroy()
