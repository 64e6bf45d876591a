import { z } from 'zod'

/** The pictures that a product can have. */
export const productIcons = [
  'apps',
  'video',
  'headset',
  'remote',
  'chart',
  'book',
  'chat',
  'cloud',
  'shield',
  'tool',
  'cart',
  'world',
] as const

const iconSchema = z.enum(productIcons)
export type ProductIcon = z.infer<typeof iconSchema>

/** Where a product is reached: encrypted, and without a password inside of it (RFC 3986 §3.2.1). */
const addressSchema = z
  .url()
  .max(500)
  .regex(/^https:\/\/[^@/?#\\]+(?:[/?#]|$)/i)

/** Another product of the company: one that it holds a licence of, or one that administrators have added. */
const otherProductSchema = z.strictObject({
  /** Null where the company holds a licence and nobody has said where the product is reached. */
  id: z.string().nullable(),
  /** Of the licence that the company holds, or null. */
  licenceId: z.string().nullable(),
  /** The licence's, where there is one. */
  name: z.string(),
  address: z.string().nullable(),
  icon: iconSchema,
  /** Names the content of a picture of its own, which stands in place of the icon; null for none. */
  picture: z.string().nullable(),
})
export type OtherProduct = z.infer<typeof otherProductSchema>

/** `GET /products`, by name; changes answer with it as well. */
export const otherProductsSchema = z.strictObject({ products: z.array(otherProductSchema) })

/**
 * `POST /products` and `PUT /products/{id}`. With a licence it says where that licence's product is reached, and the
 * licence's name is the product's.
 */
export const saveProductSchema = z.strictObject({
  name: z.string().trim().min(1).max(50).regex(/^[^\0]*$/),
  address: addressSchema,
  icon: iconSchema,
  licenceId: z.string().min(1).max(100).nullable().default(null),
  /** A picture of its own, a PNG file in base64; null for none. What is left out stays. */
  picture: z.base64().nullable().optional(),
})
export type SaveProduct = z.input<typeof saveProductSchema>

// `DELETE /products/{id}`; `GET /products/{id}/picture`, for everybody of the company.
