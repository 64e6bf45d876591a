import { queryOptions } from '@tanstack/react-query'
import { consoleApiPrefix } from '../../contract/page-paths'
import { otherProductsSchema, type OtherProduct, type SaveProduct } from '../../contract/products'
import { request } from './request'

const path = `${consoleApiPrefix}/products`

/** `GET /products` */
export const productsQuery = queryOptions({
  queryKey: ['products'],
  queryFn: async ({ signal }) => (await request(path, otherProductsSchema, { signal })).products,
  staleTime: 60_000,
})

/** Where the list can be saved. */
export const productsExportAddress = `${path}/export`

/** Where a product's own picture is, by its name. */
export const productPictureAddress = (id: string, picture: string) =>
  `${path}/${encodeURIComponent(id)}/picture?${new URLSearchParams({ v: picture }).toString()}`

/** Adds a product (no id), changes it, or (null) removes it. @returns All products as they are then. */
export async function saveProduct(id: string | null, product: SaveProduct | null): Promise<OtherProduct[]> {
  const at = id === null ? path : `${path}/${encodeURIComponent(id)}`
  const method = product === null ? 'DELETE' : id === null ? 'POST' : 'PUT'
  const options = product === null ? { method } as const : { method, body: product } as const
  return (await request(at, otherProductsSchema, options)).products
}
