import type { WorkspaceDatabase } from '../database/sqlite'
import { changeSeats } from '../licences/change-seats'
import { createLicence } from '../licences/create-licence'
import { createAccount } from '../users/create-account'
import { makeCompany } from './make-company'

/** Fills an empty database with a company of a few people, their licences, a product and pictures; nobody can sign in. */
export async function fillWithExample(db: WorkspaceDatabase, now: number): Promise<void> {
  const company = await makeCompany(db, now)
  const { companyId } = company
  const { id } = await createLicence(db, { companyId, name: 'Meeting 100', product: 'meeting-100', seats: 10, endsOn: null })
  const content = Uint8Array.from({ length: 256 }, (_, at) => at)
  await db.insertInto('companyPicture').values({ companyId, content, version: '1' }).execute()
  const product = { id: 'wiki', companyId, licenceId: null, name: 'Wiki', address: 'https://wiki.example.com', icon: 'book' } as const
  await db.insertInto('productLink').values(product).execute()
  await db.insertInto('productPicture').values({ productId: product.id, content: content.toReversed(), version: '2' }).execute()
  for (const name of ['Bob', 'Çelik', 'Dörte \u{1f600}']) {
    const email = `${encodeURIComponent(name).toLowerCase()}@example.com`
    const added = await createAccount(db, { companyId, name, email, role: 'member', language: 'en', passwordHash: null }, now)
    if (added === 'email-taken') throw new Error(`${email} is taken`)
    await changeSeats(db, { companyId, accountId: added.id, give: [id], author: null }, now)
  }
}
