import { writeRow } from '../csv/write-row'
import type { WorkspaceDatabase } from '../database/sqlite'
import { listResults } from './find-jobs'

const pageSize = 1_000

/** What came of each user of a job as a CSV file, page by page. A byte order mark tells spreadsheets that it is UTF-8. */
export async function* exportResults(db: WorkspaceDatabase, jobId: string): AsyncGenerator<string> {
  yield `\u{feff}${writeRow(['Number', 'Name', 'E-mail', 'Result', 'Reasons'])}`
  let after: number | null = 0
  while (after !== null) {
    const page = await listResults(db, jobId, { after, limit: pageSize })
    yield page.results
      .map(({ position, name, email, state, reasons }) => writeRow([position, name, email, state, reasons.join(' ')]))
      .join('')
    after = page.next
  }
}
