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

/** How one of the texts that a search means is looked up in the index. */
type LookUp =
  /** A full-text query (https://sqlite.org/fts5.html#full_text_query_syntax) for whatever has all pieces of the text. */
  | { readonly allOf: string }
  /** Letters that are fewer than a piece: whatever has a piece that begins with them. */
  | { readonly beginningWith: string }

/** The index knows pieces of this many letters. */
const pieceLength = 3

/** No piece comes after it. */
const lastPiece = '\u{10ffff}'.repeat(pieceLength)

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
  const lookUps = lookUpsOf(search)
  if (lookUps === null) return null
  // Each of them is there once for every piece that begins with the letters, so that counting more would take long.
  const most = lookUps.some((lookUp) => 'beginningWith' in lookUp) ? manyCandidates : mostCandidates
  const rows = sql.join(lookUps.map(rowsOf), sql` union all `)
  const found = await sql`select count(*) as "count" from (${rows} limit ${most + 1})`.execute(db)
  const { count } = countSchema.parse(found.rows[0])
  if (count > most) return null
  const condition = sql<SqlBool>`"membership"."accountId" in (
    select "searchKey"."accountId" from (${rows}) as "found" inner join "searchKey" on "searchKey"."id" = "found"."id")`
  return { condition, areMany: count > manyCandidates }
}

function rowsOf(lookUp: LookUp): RawBuilder<unknown> {
  if ('allOf' in lookUp) return sql`select rowid as "id" from "searchText" where "searchText" match ${lookUp.allOf}`
  const first = lookUp.beginningWith
  return sql`select "doc" as "id" from "searchPiece" where "term" >= ${first} and "term" <= ${first + lastPiece}`
}

/**
 * How to look a text up, as it is folded in names or in e-mails.
 *
 * @returns Null where everybody has it, or where it has a NUL, at which a full-text query ends.
 */
export function lookUpsOf(search: string): readonly LookUp[] | null {
  const texts = [...new Set([foldName(search), search.toLowerCase()])]
  if (search.includes('\0') || texts.includes('')) return null
  return texts.map((text) => {
    const letters = Array.from(text)
    if (letters.length < pieceLength) return { beginningWith: text }
    const pieces = letters.slice(pieceLength - 1).map((_, at) => letters.slice(at, at + pieceLength).join(''))
    return { allOf: [...new Set(pieces)].map((piece) => `"${piece.replaceAll('"', '""')}"`).join(' AND ') }
  })
}
