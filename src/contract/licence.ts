import { z } from 'zod'

/** The products that a company can hold, by the short names that the workspace's API uses. */
const products = ['free', 'meeting-50', 'meeting-100', 'enterprise', 'other'] as const

export const productSchema = z.enum(products)
export type Product = z.infer<typeof productSchema>

/** Products whose holders manage their users in the console. */
export const productsWithUserManagement: ReadonlySet<Product> = new Set(['meeting-50', 'meeting-100', 'enterprise'])

/**
 * The Meeting family: an account holds one of its licences at most. Of every other product it can hold one beside
 * another.
 */
const meetingProducts: ReadonlySet<Product> = new Set(['free', 'meeting-50', 'meeting-100', 'enterprise'])

/** Tells whether a product is of the Meeting family. */
export const isMeetingProduct = (product: Product): boolean => meetingProducts.has(product)

/** A licence of the company, with its seats. */
export const licenceSchema = z.strictObject({
  id: z.string().min(1),
  /** What people call it, as the workspace names it: `Meeting 50`. */
  name: z.string(),
  product: productSchema,
  /** Seats that are assigned. */
  seatsUsed: z.int().nonnegative(),
  /** Seats in all. */
  seats: z.int().nonnegative(),
  /** Last day on which it is valid, ISO 8601 date (`2027-01-31`), or null when it has no end. */
  endsOn: z.iso.date().nullable(),
  active: z.boolean(),
})

export type Licence = z.infer<typeof licenceSchema>

/**
 * Tells whether a company's licences include user management.
 *
 * @param licences The licences that the company holds.
 * @returns True when one active licence is Meeting 50, Meeting 100 or Enterprise.
 */
export function includesUserManagement(licences: readonly Pick<Licence, 'product' | 'active'>[]): boolean {
  return licences.some((licence) => licence.active && productsWithUserManagement.has(licence.product))
}
