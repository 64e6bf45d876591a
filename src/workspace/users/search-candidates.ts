import { PostgresAdapter, sql, type RawBuilder, type SqlBool } from 'kysely'
import { z } from 'zod'
import type { WorkspaceDatabase } from '../database/sqlite'
import { foldName } from './folded-name'

/** Beyond so many candidates it is faster to look at everybody. */
const mostCandidates = 8_000

/** Among so many, a page is full before everybody was looked at in its order. */
const manyCandidates = 1_000

/** Who alone may match a search. */
interface Candidates {
  /** A condition on memberships. */
  readonly condition: RawBuilder<SqlBool>
  readonly areMany: boolean
}

/** The index knows pieces of this many letters. */
const pieceLength = 3

const countSchema = z.object({ count: z.number() })

/**
 * Narrows a search down to the few who may match, where SQLite's index of pieces tells them; whether they do is for
 * `matchingUsers` to say. PostgreSQL finds its own index by itself.
 *
 * @param search What was typed; empty for everybody.
 * @returns Null where everybody is to be looked at.
 */
export async function searchCandidates(db: WorkspaceDatabase, search: string): Promise<Candidates | null> {
  if (db.getExecutor().adapter instanceof PostgresAdapter) return null
  const match = piecesOf(search)
  if (match === null) return null
  const found = await sql`
    select count(*) as "count" from (
      select 1 from "searchText" where "searchText" match ${match} limit ${mostCandidates + 1})`.execute(db)
  const { count } = countSchema.parse(found.rows[0])
  if (count > mostCandidates) return null
  const condition = sql<SqlBool>`"membership"."accountId" in (
    select "searchKey"."accountId" from "searchText" inner join "searchKey" on "searchKey"."id" = "searchText".rowid
    where "searchText" match ${match})`
  return { condition, areMany: count > manyCandidates }
}

/**
 * The full-text query for whatever has all pieces of a text, as it is folded in names or in e-mails
 * (https://sqlite.org/fts5.html#full_text_query_syntax).
 *
 * @returns Null where it is shorter than a piece, or has a NUL, where such a query ends.
 */
export function piecesOf(search: string): string | null {
  const needles = [...new Set([foldName(search), search.toLowerCase()])].map((text) => Array.from(text))
  if (search.includes('\0') || needles.some((letters) => letters.length < pieceLength)) return null
  const all = needles.map((letters) => {
    const pieces = letters.slice(pieceLength - 1).map((_, at) => letters.slice(at, at + pieceLength).join(''))
    return `(${[...new Set(pieces)].map((piece) => `"${piece.replaceAll('"', '""')}"`).join(' AND ')})`
  })
  return all.join(' OR ')
}
