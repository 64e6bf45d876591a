import type { WorkspaceDatabase } from '../database/sqlite'
import type { Picture } from '../pictures/picture'

/** Gives a product a picture of its own, or with null takes it away. */
export async function setProductPicture(
  transaction: WorkspaceDatabase,
  productId: string,
  picture: Picture | null,
): Promise<void> {
  await transaction.deleteFrom('productPicture').where('productId', '=', productId).execute()
  if (picture !== null) await transaction.insertInto('productPicture').values({ productId, ...picture }).execute()
}

/** A product's own picture as a PNG file; null for none, and where the product is another company's. */
export async function findProductPicture(
  db: WorkspaceDatabase,
  companyId: string,
  productId: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await db
    .selectFrom('productPicture')
    .innerJoin('productLink', 'productLink.id', 'productPicture.productId')
    .where('productLink.id', '=', productId)
    .where('productLink.companyId', '=', companyId)
    .select('productPicture.content')
    .executeTakeFirst()
  return found === undefined ? null : new Uint8Array(found.content)
}
