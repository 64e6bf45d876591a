import { z } from 'zod'
import { productSchema, type Licence, type Product } from '../../../contract/licence'
import { tolerantCount, tolerantEntries, tolerantId, tolerantObject, tolerantText } from '../tolerant'

/** The vendor's licences by name: its API has no short name for a product. */
const productNames: readonly (readonly [RegExp, Product])[] = [
  [/\bmeeting\s*50\b/i, 'meeting-50'],
  [/\bmeeting\s*100\b/i, 'meeting-100'],
  [/\benterprise\b/i, 'enterprise'],
  [/\bfree\b/i, 'free'],
]

/** The product of a licence: Parley's short name where there is one, else what its name says. */
export function productOf(shortName: string, name: string): Product {
  const product = productSchema.safeParse(shortName)
  if (product.success) return product.data
  return productNames.find(([words]) => words.test(name))?.[1] ?? 'other'
}

const licence = tolerantObject({
  licenseId: tolerantId,
  licenseName: tolerantText,
  displayName: tolerantText,
  isActive: z.boolean().catch(true),
  assignedUsers: tolerantCount,
  maxAssignments: tolerantCount,
  /** Parley's own: the product's short name, and the last valid day. */
  product: tolerantText,
  endsOn: z.iso.date().nullable().catch(null),
})

/**
 * `GET /company/license`.
 *
 * @param today ISO 8601 date; a licence that ended before it is not active, whatever the workspace says.
 */
export function licencesAnswer(today: string): z.ZodType<Licence[]> {
  const readable = licence.transform((given): Licence => {
    const name = given.displayName === '' ? given.licenseName : given.displayName
    return {
      id: given.licenseId,
      name,
      product: productOf(given.product, name),
      seatsUsed: given.assignedUsers,
      seats: given.maxAssignments,
      endsOn: given.endsOn,
      active: given.isActive && (given.endsOn === null || given.endsOn >= today),
    }
  })
  return tolerantObject({ available_licenses: tolerantEntries(readable) }).transform((answer) => answer.available_licenses)
}
