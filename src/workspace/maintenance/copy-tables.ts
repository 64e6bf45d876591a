import { PostgresAdapter, sql } from 'kysely'
import { z } from 'zod'
import { fillSearchIndex, searchTables } from '../database/search-index'
import type { WorkspaceDatabase } from '../database/sqlite'
import { withoutTriggers } from './without-triggers'

/** What is counted from moment to moment, and no part of a company's data. */
const leftOut: ReadonlySet<string> = new Set(['rateLimit'])

/** Rows that are read at once. */
const page = 500

/** Values in one statement: what every SQLite takes. */
const mostValues = 900

/** Bytes: SQLite gives a `Uint8Array`, PostgreSQL’s client a `Buffer`, which takes nothing else for bytes. */
const bytesSchema = z.instanceof(Uint8Array).transform((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.bigint(), bytesSchema, z.null()]))
type Row = z.output<typeof rowSchema>

const namesSchema = z.array(z.object({ name: z.string() }).transform(({ name }) => name))
const referencesSchema = z.array(z.object({ table: z.string() }).transform(({ table }) => table))

/**
 * The workspace's tables, each after those that it refers to.
 *
 * @param sqlite A migrated SQLite database.
 */
export async function tablesInOrder(sqlite: WorkspaceDatabase): Promise<readonly string[]> {
  const found = await sql`
    select name from sqlite_master
    where type = 'table' and name not like 'sqlite%' and name not like 'kysely%' and name not like ${`${searchTables}%`}
    order by name`.execute(sqlite)
  const names = namesSchema.parse(found.rows).filter((name) => !leftOut.has(name))
  const order: string[] = []
  const visit = async (name: string, above: readonly string[]): Promise<void> => {
    if (order.includes(name) || above.includes(name)) return
    const references = await sql`select "table" from pragma_foreign_key_list(${name})`.execute(sqlite)
    for (const other of referencesSchema.parse(references.rows)) await visit(other, [...above, name])
    order.push(name)
  }
  for (const name of names) await visit(name, [])
  return order
}

/**
 * Copies every row of the tables into the same tables elsewhere, a page at a time.
 *
 * @param source In a transaction of its own, so that all pages are of one moment.
 * @param target In a transaction too.
 * @returns How many rows there were.
 */
export async function copyTables(
  source: WorkspaceDatabase,
  target: WorkspaceDatabase,
  tables: readonly string[],
): Promise<number> {
  return withoutTriggers(target, tables, async () => {
    let copied = 0
    for (const table of tables) {
      for await (const rows of readPages(source, table)) {
        await insert(target, table, rows)
        copied += rows.length
      }
    }
    await fillSearchIndex(target)
    return copied
  })
}

function readPages(source: WorkspaceDatabase, table: string): AsyncGenerator<Row[]> {
  return source.getExecutor().adapter instanceof PostgresAdapter ? throughCursor(source, table) : byRowId(source, table)
}

async function* throughCursor(source: WorkspaceDatabase, table: string): AsyncGenerator<Row[]> {
  await sql`declare copied no scroll cursor for select * from ${sql.table(table)}`.execute(source)
  for (;;) {
    const { rows } = await sql`fetch ${sql.lit(page)} from copied`.execute(source)
    if (rows.length > 0) yield z.array(rowSchema).parse(rows)
    if (rows.length < page) break
  }
  await sql`close copied`.execute(source)
}

const withRowId = rowSchema.and(z.object({ copiedRowId: z.number() }))

async function* byRowId(source: WorkspaceDatabase, table: string): AsyncGenerator<Row[]> {
  let after = Number.MIN_SAFE_INTEGER
  for (;;) {
    const found = await sql`
      select rowid as "copiedRowId", * from ${sql.table(table)}
      where rowid > ${after} order by rowid limit ${page}`.execute(source)
    const rows = z.array(withRowId).parse(found.rows)
    if (rows.length > 0) yield rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'copiedRowId')))
    after = rows.at(-1)?.copiedRowId ?? after
    if (rows.length < page) return
  }
}

async function insert(target: WorkspaceDatabase, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first)
  const atOnce = Math.max(1, Math.floor(mostValues / columns.length))
  const names = sql.join(columns.map((column) => sql.ref(column)))
  for (let at = 0; at < rows.length; at += atOnce) {
    const values = rows.slice(at, at + atOnce).map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`)
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(target)
  }
}
