import { randomUUID } from 'node:crypto'
import { largestImport, type ImportFile } from '../../contract/imports'
import type { WorkspaceDatabase } from '../database/sqlite'
import type { JobAuthor } from '../jobs/preview-bulk-job'
import { findDelimiter } from './delimiter'
import { encodingDetector, type Encoding } from './encoding'
import type { ImportPlan } from './import-plan'
import { FileNotValid, readFirstRows, readText } from './read-rows'

const partSize = 256 * 1024
const examplesShown = 5
const mostColumns = 200

export type StoreRefusal = 'too-large' | 'not-text' | 'empty'

/**
 * Keeps an uploaded file in the database, where every instance finds it, and looks at its beginning.
 *
 * @param body Its bytes as they come in.
 * @param now Milliseconds since the epoch.
 * @returns The id of the import's job, or why there is none.
 */
export async function storeFile(
  db: WorkspaceDatabase,
  { companyId, actor }: JobAuthor,
  { name, body }: { readonly name: string; readonly body: AsyncIterable<Uint8Array> },
  now: number,
): Promise<{ readonly id: string } | StoreRefusal> {
  const id = randomUUID()
  const nothing: ImportFile = { name, size: 0, encoding: 'utf-8', delimiter: ',', columns: [], examples: [] }
  const plan = (file: ImportFile) => JSON.stringify({ file, check: null } satisfies ImportPlan)
  const author = { authorId: actor.accountId, authorEmail: actor.email }
  await db
    .insertInto('job')
    .values({ id, companyId, kind: 'import', state: 'uploaded', plan: plan(nothing), ...author, createdAt: now, total: 0 })
    .execute()
  const file = await keep(db, id, name, body).catch(async (error: unknown) => {
    await db.deleteFrom('job').where('id', '=', id).execute()
    throw error
  })
  if (typeof file === 'string') {
    await db.deleteFrom('job').where('id', '=', id).execute()
    return file
  }
  await db.updateTable('job').set({ plan: plan(file) }).where('id', '=', id).execute()
  return { id }
}

async function keep(
  db: WorkspaceDatabase,
  jobId: string,
  name: string,
  body: AsyncIterable<Uint8Array>,
): Promise<ImportFile | StoreRefusal> {
  const detector = encodingDetector()
  let size = 0
  let number = 0
  for await (const content of inParts(body)) {
    size += content.length
    if (size > largestImport) return 'too-large'
    detector.add(content, number === 0)
    await db.insertInto('jobFilePart').values({ jobId, number, content }).execute()
    number += 1
  }
  const encoding = detector.end()
  if (encoding === 'not-text') return encoding
  const seen = await lookAt(db, jobId, encoding)
  return typeof seen === 'string' ? seen : { name, size, encoding, ...seen }
}

/** Pieces of whatever size as parts of one size. */
async function* inParts(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of body) {
    pieces.push(piece)
    length += piece.length
    if (length < partSize) continue
    yield Buffer.concat(pieces)
    pieces = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(pieces)
}

async function lookAt(
  db: WorkspaceDatabase,
  jobId: string,
  encoding: Encoding,
): Promise<Pick<ImportFile, 'delimiter' | 'columns' | 'examples'> | 'empty' | 'not-text'> {
  // A part holds more than these rows may be long. What is wrong further down, the check says.
  const first = await readText(db, jobId, encoding).next()
  const beginning = typeof first.value === 'string' ? first.value : ''
  const delimiter = findDelimiter(beginning)
  try {
    const rows = readFirstRows(beginning, delimiter, 1 + examplesShown)
    const [columns, ...examples] = rows.map((row) =>
      row.slice(0, mostColumns).map((field) => field.replaceAll('\0', '').trim().slice(0, 100)))
    return columns === undefined ? 'empty' : { delimiter, columns, examples }
  } catch (error) {
    if (error instanceof FileNotValid) return 'not-text'
    throw error
  }
}
