import { productSchema, type Licence, type Product } from '../../contract/licence'
import type { CompanyFigures } from '../../contract/user-management'
import type { ApiAccount, ApiLicence } from '../../contract/web-api'
import { toRole } from '../workspace/read-account'

/** The vendor's licences by name: its API has no short name for a product. */
const productNames: readonly (readonly [RegExp, Product])[] = [
  [/\bmeeting\s*50\b/i, 'meeting-50'],
  [/\bmeeting\s*100\b/i, 'meeting-100'],
  [/\benterprise\b/i, 'enterprise'],
  [/\bfree\b/i, 'free'],
]

/** The product of a licence: Parley's short name where there is one, else what its name says. */
export function productOf(licence: Pick<ApiLicence, 'product' | 'licenseName' | 'displayName'>): Product {
  const product = productSchema.safeParse(licence.product)
  if (product.success) return product.data
  const name = licence.displayName ?? licence.licenseName
  return productNames.find(([words]) => words.test(name))?.[1] ?? 'other'
}

/**
 * A licence as the panel shows it.
 *
 * @param today ISO 8601 date; a licence that ended before it is not active, whatever the workspace says.
 */
export function toLicence(licence: ApiLicence, today: string): Licence {
  const endsOn = licence.endsOn ?? null
  return {
    id: licence.licenseId,
    name: licence.displayName ?? licence.licenseName,
    product: productOf(licence),
    seatsUsed: licence.assignedUsers,
    seats: licence.maxAssignments,
    endsOn,
    active: licence.isActive && (endsOn === null || endsOn >= today),
  }
}

export interface CompanyAnswers {
  account: ApiAccount
  company: { companyName: string; administrators?: { name: string; email: string }[] | undefined }
  licences: { available_licenses: readonly ApiLicence[] }
}

/**
 * The company's figures, from the workspace's answers.
 *
 * @param fetchedAt Milliseconds since the epoch.
 */
export function toFigures({ account, company, licences }: CompanyAnswers, fetchedAt: number): CompanyFigures {
  const today = new Date(fetchedAt).toISOString().slice(0, 10)
  return {
    companyName: company.companyName,
    role: toRole(account.role),
    licences: licences.available_licenses
      .filter(({ licenseId }) => licenseId !== '')
      .map((licence) => toLicence(licence, today)),
    administrators: (company.administrators ?? []).map(({ name, email }) => ({ name, email })),
    fetchedAt,
  }
}
