import { CsvError, parse } from 'csv-parse'
import { parse as parseAtOnce } from 'csv-parse/sync'
import { pipeline, Readable } from 'node:stream'
import type { ImportFile } from '../../contract/imports'
import type { WorkspaceDatabase } from '../database/sqlite'

/** Characters of one row, beyond which a quote is surely missing its end. */
const longestRow = 20_000

/** Rows may differ in length, and empty lines are passed over. */
const rules = { relax_column_count: true, skip_empty_lines: true, max_record_size: longestRow } as const

/** The file breaks the rules of RFC 4180 in a way that leaves its rows unclear. */
export class FileNotValid extends Error {
  override name = 'FileNotValid'
}

/** The parts of an uploaded file, one after the other. */
async function* parts(db: WorkspaceDatabase, jobId: string): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number += 1) {
    const part = await db
      .selectFrom('jobFilePart')
      .where('jobId', '=', jobId)
      .where('number', '=', number)
      .select('content')
      .executeTakeFirst()
    if (part === undefined) return
    yield part.content
  }
}

/** An uploaded file's text, piece by piece and without its byte order mark. */
export async function* readText(
  db: WorkspaceDatabase,
  jobId: string,
  encoding: ImportFile['encoding'],
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const part of parts(db, jobId)) yield decoder.decode(part, { stream: true })
  yield decoder.decode()
}

/**
 * An uploaded file's rows (RFC 4180), its head first, in memory one after the other. Empty lines are passed over.
 *
 * @throws {FileNotValid}
 */
export async function* readRows(
  text: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<readonly string[], void, undefined> {
  const parser = parse({ ...rules, delimiter })
  // What goes wrong reaches whoever reads the parser.
  const rows = pipeline(Readable.from(text), parser, () => undefined)
  try {
    for await (const row of rows) yield toRow(row)
  } catch (error) {
    throw error instanceof CsvError ? new FileNotValid(error.message) : error
  }
}

/**
 * The first rows of a text, its head among them. What comes after them is not looked at.
 *
 * @throws {FileNotValid}
 */
export function readFirstRows(text: string, delimiter: string, count: number): (readonly string[])[] {
  try {
    const rows: unknown[] = parseAtOnce(text, { ...rules, delimiter, to: count })
    return rows.map(toRow)
  } catch (error) {
    throw error instanceof CsvError ? new FileNotValid(error.message) : error
  }
}

function toRow(row: unknown): readonly string[] {
  if (!Array.isArray(row)) throw new FileNotValid('A row is no list')
  return row.map(String)
}
