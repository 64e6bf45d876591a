import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { saveProductSchema } from '../../contract/products'
import { inTransaction } from '../database/in-transaction'
import type { WorkspaceDatabase } from '../database/sqlite'
import { recordEvents, type Author, type CompanyEvent } from '../events/record-event'

/** Other products of a company; a switcher with more of them would switch nothing. */
const mostProducts = 100

/** Whose products are changed, by whom, and when (milliseconds since the epoch). */
export interface ProductsChange {
  readonly companyId: string
  readonly author: Author
  readonly now: number
}

type WantedProduct = z.output<typeof saveProductSchema>

/**
 * Adds a product, or says where one is reached that the company holds a licence of.
 *
 * @returns `not-found` where the company has no such licence.
 */
export function addProduct(
  db: WorkspaceDatabase,
  by: ProductsChange,
  wanted: WantedProduct,
): Promise<'done' | 'not-found' | 'too-many'> {
  const { companyId } = by
  return inTransaction(db, async (transaction) => {
    const name = await nameOf(transaction, companyId, wanted)
    if (name === null) return 'not-found'
    const { count } = await transaction
      .selectFrom('productLink')
      .where('companyId', '=', companyId)
      .select((is) => is.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    if (count >= mostProducts) return 'too-many'
    const { address, icon, licenceId } = wanted
    await transaction
      .insertInto('productLink')
      .values({ id: randomUUID(), companyId, licenceId, name, address, icon })
      // Somebody else has said so a moment ago.
      .onConflict((conflict) => conflict.column('licenceId').doUpdateSet({ address, icon }))
      .execute()
    await record(transaction, by, 'ProductAdded', name, { address })
    return 'done'
  })
}

/** Changes a product's name (where no licence gives it one), address and icon. */
export function changeProduct(
  db: WorkspaceDatabase,
  by: ProductsChange,
  id: string,
  wanted: WantedProduct,
): Promise<'done' | 'not-found'> {
  return inTransaction(db, async (transaction) => {
    const before = await find(transaction, by.companyId, id)
    if (before === undefined) return 'not-found'
    const { address, icon } = wanted
    const name = before.licenceId === null ? wanted.name : before.name
    const details = {
      ...(name === before.name ? {} : { name, nameBefore: before.name }),
      ...(address === before.address ? {} : { address, addressBefore: before.address }),
      ...(icon === before.icon ? {} : { icon, iconBefore: before.icon }),
    }
    if (Object.keys(details).length === 0) return 'done'
    await transaction.updateTable('productLink').set({ name, address, icon }).where('id', '=', id).execute()
    await record(transaction, by, 'ProductChanged', before.name, details)
    return 'done'
  })
}

/** Removes a product, or where one is reached that the company holds a licence of. */
export function removeProduct(db: WorkspaceDatabase, by: ProductsChange, id: string): Promise<'done' | 'not-found'> {
  return inTransaction(db, async (transaction) => {
    const before = await find(transaction, by.companyId, id)
    if (before === undefined) return 'not-found'
    await transaction.deleteFrom('productLink').where('id', '=', id).execute()
    await record(transaction, by, 'ProductRemoved', before.name, { address: before.address })
    return 'done'
  })
}

async function nameOf(
  transaction: WorkspaceDatabase,
  companyId: string,
  { name, licenceId }: WantedProduct,
): Promise<string | null> {
  if (licenceId === null) return name
  const licence = await transaction
    .selectFrom('licence')
    .where('id', '=', licenceId)
    .where('companyId', '=', companyId)
    .where('product', '=', 'other')
    .select('name')
    .executeTakeFirst()
  return licence?.name ?? null
}

function find(transaction: WorkspaceDatabase, companyId: string, id: string) {
  return transaction
    .selectFrom('productLink')
    .where('id', '=', id)
    .where('companyId', '=', companyId)
    .select(['licenceId', 'name', 'address', 'icon'])
    .executeTakeFirst()
}

async function record(
  transaction: WorkspaceDatabase,
  { companyId, author, now }: ProductsChange,
  name: CompanyEvent['name'],
  affectedItem: string,
  details: CompanyEvent['details'],
): Promise<void> {
  await recordEvents(transaction, [{ companyId, name, at: now, author, affectedItem, details }])
}
