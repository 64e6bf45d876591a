/** What SQLite can hold. */
export type Bindable = string | number | bigint | Uint8Array | null

/** A text that no database takes. Whoever sent it is told so. */
export class UnstorableError extends TypeError {
  override name = 'UnstorableError'
}

/**
 * Makes a query's parameter safe for SQLite's native binding, which makes text of a boolean, knows no dates, and cuts text at a
 * NUL character.
 *
 * @throws {TypeError} When the value has no place in the database.
 */
export function toBindable(value: unknown): Bindable {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'bigint') return value
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return value
    throw new TypeError('Only finite numbers can be stored')
  }
  if (typeof value === 'string') {
    if (!value.includes('\0')) return value
    throw new UnstorableError('Text with a NUL character can not be stored')
  }
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return value
  throw new TypeError(`A value of type ${typeof value} can not be stored`)
}
