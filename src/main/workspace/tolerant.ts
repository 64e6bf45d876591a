import { z } from 'zod'

/** A name without what servers change about names: case and underscores. */
const folded = (name: string): string => name.toLowerCase().replaceAll('_', '')

/**
 * An object whose keys may arrive in another case (`companyId`, `CompanyID`, `company_id`) and among others that Parley
 * does not know. The exact name counts first.
 */
export function tolerantObject<S extends z.ZodRawShape>(shape: S) {
  const names = Object.keys(shape)
  const byFolded = new Map(names.map((name) => [folded(name), name]))
  const rename = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    const given: Record<string, unknown> = { ...value }
    if (names.every((name) => name in given)) return given
    const found = new Map<string, unknown>()
    for (const [key, inner] of Object.entries(given)) {
      const name = byFolded.get(folded(key))
      if (name !== undefined && (name === key || !found.has(name))) found.set(name, inner)
    }
    return Object.fromEntries(found)
  }
  return z.preprocess(rename, z.object(shape))
}

/** A list in which an entry that can't be read is left out, so that it does not cost people the others. */
export function tolerantList<T>(entry: z.ZodType<T>): z.ZodType<T[]> {
  return z.array(z.unknown()).transform((entries) =>
    entries.flatMap((one) => {
      const parsed = entry.safeParse(one)
      return parsed.success ? [parsed.data] : []
    }),
  )
}

/** As `tolerantList`; one that is absent or null is empty, as some servers write a list of nothing. */
export function tolerantEntries<T>(entry: z.ZodType<T>) {
  return z.preprocess((value) => value ?? [], tolerantList(entry))
}

/** A text; one that is absent, null or something else is empty. */
export const tolerantText = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string().catch(''),
)

/** An id, which servers write as text or as a number; an empty one is none. */
export const tolerantId = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string().min(1))

/** A count; one that can't be read is 0. */
export const tolerantCount = z.coerce.number().int().nonnegative().catch(0)
