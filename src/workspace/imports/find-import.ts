import type { CheckImport, Import } from '../../contract/imports'
import type { WorkspaceDatabase } from '../database/sqlite'
import { jobsOf } from '../jobs/find-jobs'
import type { JobAuthor } from '../jobs/preview-bulk-job'
import { toJob } from '../jobs/to-job'
import { guessMapping } from './guess-mapping'
import { importPlanSchema } from './import-plan'

function importsOf(db: WorkspaceDatabase, companyId: string, jobId: string) {
  return jobsOf(db, companyId).where('job.id', '=', jobId).where('job.kind', '=', 'import')
}

/**
 * An import of the company: its job, its file, and what its columns hold. Null where there is none.
 *
 * @param now Milliseconds since the epoch.
 */
export async function findImport(db: WorkspaceDatabase, companyId: string, jobId: string, now: number): Promise<Import | null> {
  const row = await importsOf(db, companyId, jobId).executeTakeFirst()
  if (row === undefined) return null
  const { file, check } = importPlanSchema.parse(JSON.parse(row.plan))
  return { job: toJob(row, now), file, mapping: check?.mapping ?? guessMapping(file.columns) }
}

export type ImportDirection = 'done' | 'not-found' | 'wrong-state'

/** Has an import's rows checked, again where they were. */
export async function checkAgain(
  db: WorkspaceDatabase,
  { companyId, actor }: JobAuthor,
  jobId: string,
  check: CheckImport,
): Promise<ImportDirection> {
  const known = await db
    .selectFrom('job')
    .where('id', '=', jobId)
    .where('companyId', '=', companyId)
    .where('kind', '=', 'import')
    .select('plan')
    .executeTakeFirst()
  if (known === undefined) return 'not-found'
  const { file } = importPlanSchema.parse(JSON.parse(known.plan))
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({
      state: 'checking',
      plan: JSON.stringify({ file, check }),
      authorId: actor.accountId,
      authorEmail: actor.email,
      total: 0,
      refused: 0,
      problem: null,
    })
    .where('id', '=', jobId)
    .where((is) =>
      is.or([is('state', 'in', ['uploaded', 'ready']), is.and([is('state', '=', 'failed'), is('done', '=', 0)])]),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n ? 'done' : 'wrong-state'
}

/** Lets a checked import begin. The rows are kept by themselves, so that the file is not needed any more. */
export async function beginImport(
  db: WorkspaceDatabase,
  { companyId, actor }: JobAuthor,
  jobId: string,
): Promise<ImportDirection> {
  return db.transaction().execute(async (transaction) => {
    const mine = transaction.updateTable('job').where('id', '=', jobId).where('companyId', '=', companyId)
    const { numUpdatedRows } = await mine
      .set({ state: 'running', authorId: actor.accountId, authorEmail: actor.email })
      .where('kind', '=', 'import')
      .where('state', '=', 'ready')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) {
      return (await importsOf(transaction, companyId, jobId).executeTakeFirst()) === undefined ? 'not-found' : 'wrong-state'
    }
    await transaction.deleteFrom('jobFilePart').where('jobId', '=', jobId).execute()
    return 'done'
  })
}
