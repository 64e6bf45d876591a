import type { OtherProduct, SaveProduct } from '../../contract/products'
import { fetchPicture } from '../api/fetch-picture'
import { productPictureAddress } from '../api/products-api'
import { toBase64 } from '../pictures/to-base64'

/**
 * What brings a product back as it is now, its picture included; null for one that nobody has given an address.
 *
 * @throws RequestFailed
 */
export async function keepProduct(product: OtherProduct): Promise<SaveProduct | null> {
  const { id, name, address, icon, licenceId, picture } = product
  if (id === null || address === null) return null
  const file = picture === null ? null : await fetchPicture(productPictureAddress(id, picture))
  return { name, address, icon, licenceId, picture: file === null ? null : await toBase64(file) }
}
