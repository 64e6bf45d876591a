import { createHash } from 'node:crypto'

/** What of an entry its hash covers: all of it. */
export interface ChainedEntry {
  readonly id: string
  readonly companyId: string
  /** Its place in the company's log, counted from 1 without gaps. */
  readonly number: number
  readonly name: string
  readonly at: number
  readonly authorId: string | null
  readonly authorEmail: string | null
  readonly affectedItem: string
  /** JSON text, as it is stored. */
  readonly details: string
  readonly address: string | null
}

/** What stands before a company's first entry. */
export const chainStart = '0'.repeat(64)

/**
 * Computes an entry's hash, which binds it to all entries before it: SHA-256, in hexadecimal, of a JSON list. Every
 * field has its place in the list, so that no two entries are written alike.
 *
 * Stored hashes are compared with this for as long as the log is kept: another way to write an entry needs another
 * format number, and the check has to know both.
 *
 * @param previous The hash of the entry before, or `chainStart`.
 */
export function hashEntry(previous: string, entry: ChainedEntry): string {
  const format = 1
  const written = JSON.stringify([
    format,
    previous,
    entry.companyId,
    entry.number,
    entry.id,
    entry.name,
    entry.at,
    entry.authorId,
    entry.authorEmail,
    entry.affectedItem,
    entry.details,
    entry.address,
  ])
  return createHash('sha256').update(written).digest('hex')
}
