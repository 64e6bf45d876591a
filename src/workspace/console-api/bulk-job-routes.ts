import { Hono } from 'hono'
import {
  bulkPreviewSchema,
  bulkRequestSchema,
  jobResultsQuerySchema,
  jobResultsSchema,
  jobSchema,
  jobsSchema,
  startBulkJobSchema,
  type Job,
} from '../../contract/bulk-jobs'
import type { WorkspaceContext } from '../http/request-context'
import { csvFile, eventStream, shortCsvFile } from '../http/streams'
import { resumeJob, stopJob, undoJob, type Direction } from '../jobs/direct-job'
import { writeJobs } from '../jobs/export-jobs'
import { exportResults } from '../jobs/export-results'
import { findJob, listJobs, listResults } from '../jobs/find-jobs'
import { previewBulkJob, type JobAuthor } from '../jobs/preview-bulk-job'
import { startBulkJob } from '../jobs/start-bulk-job'
import { watchJob } from '../jobs/watch-job'
import type { AccountInCompany } from '../users/find-account'
import { read, readJson, type ConsoleEnv } from './read-request'
import { ConsoleRefusal } from './refusal'

function authorOf({ companyId, id, email, role }: AccountInCompany): JobAuthor {
  return { companyId, actor: { accountId: id, email, role } }
}

/** Changes to many users at once, as the console's pages ask for them. */
export function bulkJobRoutes({ db, now, jobs }: WorkspaceContext): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>()

  async function existing(account: AccountInCompany, id: string): Promise<Job> {
    const job = await findJob(db, account.companyId, id, now())
    if (job === null) throw new ConsoleRefusal('not-found')
    return job
  }

  routes.post('/preview', async (context) => {
    const request = read(bulkRequestSchema, await readJson(context.req.raw))
    const preview = await previewBulkJob(db, authorOf(context.get('account')), request, now())
    if (preview === 'not-found') throw new ConsoleRefusal(preview)
    return context.json(bulkPreviewSchema.parse(preview))
  })

  routes.post('/', async (context) => {
    const request = read(startBulkJobSchema, await readJson(context.req.raw))
    const account = context.get('account')
    const started = await startBulkJob(db, authorOf(account), request, now())
    if (typeof started === 'string') throw new ConsoleRefusal(started)
    jobs.wake()
    return context.json(jobSchema.parse(await existing(account, started.id)), 202)
  })

  routes.get('/', async (context) =>
    context.json(jobsSchema.parse({ jobs: await listJobs(db, context.get('account').companyId, now()) })),
  )

  routes.get('/export', async (context) =>
    shortCsvFile('changes.csv', ...writeJobs(await listJobs(db, context.get('account').companyId, now()))),
  )

  routes.get('/:id', async (context) =>
    context.json(jobSchema.parse(await existing(context.get('account'), context.req.param('id')))),
  )

  routes.get('/:id/events', async (context) => {
    const { id } = await existing(context.get('account'), context.req.param('id'))
    return eventStream(watchJob(db, context.get('account').companyId, id, now, jobs.stopping))
  })

  routes.get('/:id/export', async (context) => {
    const { id } = await existing(context.get('account'), context.req.param('id'))
    return csvFile('results.csv', exportResults(db, id))
  })

  routes.get('/:id/results', async (context) => {
    const { id } = await existing(context.get('account'), context.req.param('id'))
    const query = read(jobResultsQuerySchema, context.req.query())
    return context.json(jobResultsSchema.parse(await listResults(db, id, query)))
  })

  const directions: Readonly<
    Record<string, (author: JobAuthor, id: string) => Promise<{ readonly id: string } | Direction>>
  > = {
    stop: ({ companyId }, id) => stopJob(db, companyId, id),
    resume: (author, id) => resumeJob(db, author, id),
    undo: (author, id) => undoJob(db, author, id, now()),
  }
  for (const [name, act] of Object.entries(directions)) {
    routes.post(`/:id/${name}`, async (context) => {
      const account = context.get('account')
      const id = context.req.param('id')
      const outcome = await act(authorOf(account), id)
      if (typeof outcome === 'string' && outcome !== 'done') throw new ConsoleRefusal(outcome)
      jobs.wake()
      return context.json(jobSchema.parse(await existing(account, outcome === 'done' ? id : outcome.id)), 202)
    })
  }

  return routes
}
