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

/** How one of the texts that a search means is looked up in SQLite's index. */
type LookUp =
  /** A full-text query (https://sqlite.org/fts5.html#full_text_query_syntax) for whatever has all pieces of the text. */
  | { readonly allOf: string }
  /** Letters that are fewer than a piece: whatever has a piece that begins with them. */
  | { readonly beginningWith: string }

/** The index knows pieces of this many letters. */
const pieceLength = 3

/** No piece comes after it. */
const lastPiece = '\u{10ffff}'.repeat(pieceLength)

/** What cuts pairs of letters from each other in PostgreSQL (see `search-letters.ts`). */
const cut = '\u0001'

const countSchema = z.object({ count: z.number() })
const accountsSchema = z.array(z.object({ accountId: z.string() }))

/**
 * Narrows a search down to the few who may match, where an index tells them; whether they do is for `matchingUsers` to say.
 *
 * @param search What was typed; empty for everybody.
 * @returns Null where everybody is to be looked at, or where PostgreSQL finds its index by itself.
 */
export async function searchCandidates(db: WorkspaceDatabase, search: string): Promise<Candidates | null> {
  if (db.getExecutor().adapter instanceof PostgresAdapter) return lettersCandidates(db, search)
  const found = foundInPieces(search)
  if (found === null) return null
  const counted = await sql`select count(*) as "count" from (${found.rows} limit ${found.most + 1}) as "found"`.execute(db)
  const { count } = countSchema.parse(counted.rows[0])
  if (count > found.most) return null
  return { condition: sql<SqlBool>`"membership"."accountId" in (${found.accounts})`, areMany: count > manyCandidates }
}

/**
 * PostgreSQL finds longer texts through `pg_trgm`, and letters and pairs of letters in a table of their own. It is told who was found, rather
 * than where to find them: what it expects of such a search is a guess, and its plans were as bad as that.
 */
async function lettersCandidates(db: WorkspaceDatabase, search: string): Promise<Candidates | null> {
  const texts = textsOf(search)
  if (texts === null || search.includes(cut) || texts.some((text) => Array.from(text).length >= pieceLength)) return null
  const found = await sql`select "accountId" from "searchLetter"
    where "search_letters"("text") && array[${sql.join(texts)}]::text[] limit ${manyCandidates + 1}`.execute(db)
  const ids = accountsSchema.parse(found.rows).map(({ accountId }) => accountId)
  if (ids.length > manyCandidates) return null
  const list = JSON.stringify(ids)
  const condition = sql<SqlBool>`"membership"."accountId" = any(array(select json_array_elements_text(${list}::json)))`
  return { condition, areMany: false }
}

/** Rows of an index, how many of them are few enough, and the accounts that they mean. */
interface Found {
  readonly rows: RawBuilder<unknown>
  readonly most: number
  readonly accounts: RawBuilder<unknown>
}

function foundInPieces(search: string): Found | null {
  const lookUps = lookUpsOf(search)
  if (lookUps === null) return null
  const rows = sql.join(lookUps.map(rowsOf), sql` union all `)
  return {
    rows,
    // Each of them is there once for every piece that begins with the letters, so that counting more would take long.
    most: lookUps.some((lookUp) => 'beginningWith' in lookUp) ? manyCandidates : mostCandidates,
    accounts: sql`select "searchKey"."accountId" from (${rows}) as "found" inner join "searchKey" on "searchKey"."id" = "found"."id"`,
  }
}

function rowsOf(lookUp: LookUp): RawBuilder<unknown> {
  if ('allOf' in lookUp) return sql`select rowid as "id" from "searchText" where "searchText" match ${lookUp.allOf}`
  const first = lookUp.beginningWith
  return sql`select "doc" as "id" from "searchPiece" where "term" >= ${first} and "term" <= ${first + lastPiece}`
}

/**
 * How to look a text up in SQLite, as it is folded in names or in e-mails.
 *
 * @returns Null where everybody has it, or where it has a NUL, at which a full-text query ends.
 */
export function lookUpsOf(search: string): readonly LookUp[] | null {
  const texts = textsOf(search)
  if (texts === null) return null
  return texts.map((text) => {
    const letters = Array.from(text)
    if (letters.length < pieceLength) return { beginningWith: text }
    const pieces = letters.slice(pieceLength - 1).map((_, at) => letters.slice(at, at + pieceLength).join(''))
    return { allOf: [...new Set(pieces)].map((piece) => `"${piece.replaceAll('"', '""')}"`).join(' AND ') }
  })
}

/** What a search means in names and in e-mails, or null where everybody has it, or where no text can. */
function textsOf(search: string): readonly string[] | null {
  const texts = [...new Set([foldName(search), search.toLowerCase()])]
  return search.includes('\0') || texts.includes('') ? null : texts
}
