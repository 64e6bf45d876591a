import { z } from 'zod'
import { roleSchema } from './session'

/** In place of a licence's id: users that have none. */
export const withoutLicence = 'none'

/**
 * When users were seen last. Who was never seen counts as not seen for any time, and is `never` by itself. A month has
 * 30 days, a year has 365.
 */
export const lastSeenChoices = ['within-7', 'within-30', 'over-30', 'over-90', 'over-365', 'never'] as const

const lastSeenSchema = z.enum(lastSeenChoices)
export type LastSeen = z.infer<typeof lastSeenSchema>

/** Which users of a company are meant. What is left out filters nothing; whatever is there has to hold together. */
export const usersFilterSchema = z.strictObject({
  /** Part of a name, whatever its case and accents, or of an e-mail. */
  search: z
    .string()
    .max(100)
     
    .regex(/^[^\0]*$/)
    .trim()
    .default(''),
  /** Any of these. */
  roles: z.array(roleSchema).max(10).default([]),
  /** Ids of licences, or `withoutLicence`: who has any of these. */
  licences: z.array(z.string().min(1).max(100).regex(/^[\w-]+$/)).max(50).default([]),
  active: z.boolean().nullable().default(null),
  lastSeen: lastSeenSchema.nullable().default(null),
})
export type UsersFilter = z.infer<typeof usersFilterSchema>

/** Meets everybody. */
export const noFilter: UsersFilter = usersFilterSchema.parse({})

/** Tells whether a filter leaves anybody out. */
export function isFiltering({ search, roles, licences, active, lastSeen }: UsersFilter): boolean {
  return search !== '' || roles.length > 0 || licences.length > 0 || active !== null || lastSeen !== null
}

/** Writes a filter into an address: of a request, or of the page that shows it. What goes without saying is left out. */
export function toParameters({ search, roles, licences, active, lastSeen }: UsersFilter): URLSearchParams {
  const parameters = new URLSearchParams()
  if (search !== '') parameters.set('search', search)
  for (const role of roles) parameters.append('role', role)
  for (const licence of licences) parameters.append('licence', licence)
  if (active !== null) parameters.set('active', String(active))
  if (lastSeen !== null) parameters.set('lastSeen', lastSeen)
  return parameters
}

/** The opposite of `toParameters`, still to be checked by `usersFilterSchema`. Other parameters are left alone. */
export function fromParameters(parameters: URLSearchParams): Record<keyof UsersFilter, unknown> {
  const active = parameters.get('active')
  return {
    search: parameters.get('search') ?? undefined,
    roles: parameters.getAll('role'),
    licences: parameters.getAll('licence'),
    active: active === 'true' || active === 'false' ? active === 'true' : (active ?? undefined),
    lastSeen: parameters.get('lastSeen') ?? undefined,
  }
}
