import type { OtherProduct } from '../../contract/products'
import type { WorkspaceDatabase } from '../database/sqlite'
import { isUsable } from '../licences/list-licences'
import { foldName } from '../users/folded-name'

/**
 * The company's other products, by name: those that it holds a usable licence of, and those that were added.
 *
 * @param now Milliseconds since the epoch.
 */
export async function listOtherProducts(db: WorkspaceDatabase, companyId: string, now: number): Promise<OtherProduct[]> {
  const licences = await db
    .selectFrom('licence')
    .where('companyId', '=', companyId)
    .where('product', '=', 'other')
    .select(['id', 'name', 'active', 'endsOn'])
    .execute()
  const links = await db
    .selectFrom('productLink')
    .leftJoin('productPicture', 'productPicture.productId', 'productLink.id')
    .where('companyId', '=', companyId)
    .select(['id', 'licenceId', 'name', 'address', 'icon', 'productPicture.version as picture'])
    .execute()
  const held = licences
    .filter((licence) => isUsable(licence, now))
    .map(({ id, name }): OtherProduct => {
      const link = links.find(({ licenceId }) => licenceId === id)
      return link === undefined
        ? { id: null, licenceId: id, name, address: null, icon: 'apps', picture: null }
        : { ...link, name }
    })
  return [...held, ...links.filter(({ licenceId }) => licenceId === null)].sort(
    (one, other) => compare(foldName(one.name), foldName(other.name)) || compare(one.id ?? '', other.id ?? ''),
  )
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other))
