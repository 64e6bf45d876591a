import { createCompanySchema } from '../../contract/console-api'

/** The shortest password that the workspace takes, in Unicode code points, as the contract counts. */
const shortest = createCompanySchema.shape.password.minLength ?? 0

/** What the hint beside a new password says. */
export type PasswordHint =
  | { readonly state: 'rule' }
  | { readonly state: 'short'; readonly missing: number }
  | { readonly state: 'long-enough' }

/** Follows a new password while it is typed. */
export function passwordHint(password: string): PasswordHint {
  if (password === '') return { state: 'rule' }
  const missing = shortest - Array.from(password).length
  return missing > 0 ? { state: 'short', missing } : { state: 'long-enough' }
}
