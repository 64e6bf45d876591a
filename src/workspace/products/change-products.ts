import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { saveProductSchema } from '../../contract/products'
import { inTransaction } from '../database/in-transaction'
import type { WorkspaceDatabase } from '../database/sqlite'
import { recordEvents, type Author, type CompanyEvent } from '../events/record-event'
import type { Picture } from '../pictures/picture'
import { setProductPicture } from './product-picture'

/** Other products of a company; a switcher with more of them would switch nothing. */
const mostProducts = 100

/** Whose products are changed, by whom, and when (milliseconds since the epoch). */
export interface ProductsChange {
  readonly companyId: string
  readonly author: Author
  readonly now: number
}

/** What a product is to be; a picture that is left out stays as it is. */
export type WantedProduct = Omit<z.output<typeof saveProductSchema>, 'picture'> & { readonly picture?: Picture | null }

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
    const { address, icon, licenceId, picture } = wanted
    const { id } = await transaction
      .insertInto('productLink')
      .values({ id: randomUUID(), companyId, licenceId, name, address, icon })
      // Somebody else has said so a moment ago.
      .onConflict((conflict) => conflict.column('licenceId').doUpdateSet({ address, icon }))
      .returning('id')
      .executeTakeFirstOrThrow()
    if (picture !== undefined) await setProductPicture(transaction, id, picture)
    const details = { address, ...(picture == null ? {} : { picture: picture.version }) }
    await record(transaction, by, 'ProductAdded', name, details)
    return 'done'
  })
}

/** Changes a product's name (where no licence gives it one), address, icon and picture. */
export function changeProduct(
  db: WorkspaceDatabase,
  by: ProductsChange,
  id: string,
  wanted: WantedProduct,
): Promise<'done' | 'not-found'> {
  return inTransaction(db, async (transaction) => {
    const before = await find(transaction, by.companyId, id)
    if (before === undefined) return 'not-found'
    const { address, icon, picture } = wanted
    const version = picture === undefined ? before.picture : picture?.version ?? null
    const name = before.licenceId === null ? wanted.name : before.name
    const details = {
      ...(name === before.name ? {} : { name, nameBefore: before.name }),
      ...(address === before.address ? {} : { address, addressBefore: before.address }),
      ...(icon === before.icon ? {} : { icon, iconBefore: before.icon }),
      ...(version === before.picture ? {} : { picture: version, pictureBefore: before.picture }),
    }
    if (Object.keys(details).length === 0) return 'done'
    await transaction.updateTable('productLink').set({ name, address, icon }).where('id', '=', id).execute()
    if (picture !== undefined) await setProductPicture(transaction, id, picture)
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
    .leftJoin('productPicture', 'productPicture.productId', 'productLink.id')
    .where('id', '=', id)
    .where('companyId', '=', companyId)
    .select(['licenceId', 'name', 'address', 'icon', 'productPicture.version as picture'])
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
