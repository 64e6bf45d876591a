import { z } from 'zod'
import {
  bulkPreviewSchema,
  bulkRequestSchema,
  jobResultsQuerySchema,
  jobResultsSchema,
  jobSchema,
  jobsSchema,
  startBulkJobSchema,
  type Job,
  type JobAction,
} from '../../contract/bulk-jobs'
import type { Role } from '../../contract/session'
import { csvFile, eventStream } from '../http/streams'
import { resumeJob, stopJob, undoJob, type Direction } from '../jobs/direct-job'
import { exportResults } from '../jobs/export-results'
import { findJob, listJobs, listResults } from '../jobs/find-jobs'
import { licencesOf } from '../jobs/plan'
import { previewBulkJob, type JobAuthor } from '../jobs/preview-bulk-job'
import { startBulkJob, type StartRefusal } from '../jobs/start-bulk-job'
import { watchJob } from '../jobs/watch-job'
import { ApiRefusal } from './api-error'
import { requireScope, route, type ApiRoute, type Caller } from './route'

/** Whoever may change many users at once. */
export const managers: readonly Role[] = ['administrator', 'user-manager']
const idParams = z.object({ id: z.uuid() })
const pathOf = (body: unknown) => `/bulk-jobs/${jobSchema.parse(body).id}`

/** The caller as jobs want to know it. */
export function authorOf({ account: { companyId, id, email, role } }: Caller): JobAuthor {
  return { companyId, actor: { accountId: id, email, role } }
}

const refusals: Readonly<Record<StartRefusal | Exclude<Direction, 'done'>, () => ApiRefusal>> = {
  'not-found': () => new ApiRefusal('not_found', 'There is no such job or licence'),
  nobody: () => new ApiRefusal('invalid_request', 'selection: no user matches'),
  'selection-changed': () => new ApiRefusal('invalid_request', 'expected: other users match by now'),
  'licence-not-usable': () => new ApiRefusal('license_required', 'The licence has ended or is switched off'),
  'no-seats-left': () => new ApiRefusal('license_required', 'There are fewer seats left than users'),
  'wrong-state': () => new ApiRefusal('invalid_request', 'The job is not in a state for this'),
}

/** What changes licences needs the scope for that. */
function requireScopeFor(caller: Caller, action: JobAction): void {
  requireScope(caller, licencesOf(action).length > 0 ? 'licences.write' : 'users.write')
}

async function existing({ workspace: { db, now }, account }: Caller, id: string): Promise<Job> {
  const job = await findJob(db, account.companyId, id, now())
  if (job === null) throw refusals['not-found']()
  return job
}

const described = { origin: 'parley', roles: managers } as const

/** Changes to many users at once: a preview, and jobs that go on after the answer. */
export const bulkJobRoutes: readonly ApiRoute[] = [
  route(
    {
      ...described,
      method: 'POST',
      path: '/bulk-jobs/preview',
      id: 'previewBulkJob',
      summary: 'Tells what a bulk change would do now',
      scope: 'users.read',
      isRead: true,
      body: bulkRequestSchema,
      response: bulkPreviewSchema,
    },
    async (caller, { body }) => {
      const { db, now } = caller.workspace
      const preview = await previewBulkJob(db, authorOf(caller), body, now())
      if (preview === 'not-found') throw refusals[preview]()
      return preview
    },
  ),
  route(
    {
      ...described,
      method: 'POST',
      path: '/bulk-jobs',
      id: 'startBulkJob',
      summary: 'Changes many users at once, in a job that goes on by itself',
      description: 'Changing licences needs the scope licences.write too.',
      scope: 'users.write',
      accepted: pathOf,
      body: startBulkJobSchema,
      response: jobSchema,
    },
    async (caller, { body }) => {
      const { db, now, jobs } = caller.workspace
      requireScopeFor(caller, body.action)
      const started = await startBulkJob(db, authorOf(caller), body, now())
      if (typeof started === 'string') throw refusals[started]()
      jobs.wake()
      return existing(caller, started.id)
    },
  ),
  route(
    {
      ...described,
      method: 'GET',
      path: '/bulk-jobs',
      id: 'listBulkJobs',
      summary: 'Lists the last hundred jobs, the newest first',
      scope: 'users.read',
      response: jobsSchema,
    },
    async ({ workspace: { db, now }, account }) => ({ jobs: await listJobs(db, account.companyId, now()) }),
  ),
  route(
    {
      ...described,
      method: 'GET',
      path: '/bulk-jobs/{id}',
      id: 'getBulkJob',
      summary: 'Tells how far a job is',
      scope: 'users.read',
      params: idParams,
      response: jobSchema,
    },
    (caller, { params }) => existing(caller, params.id),
  ),
  route(
    {
      ...described,
      method: 'GET',
      path: '/bulk-jobs/{id}/events',
      id: 'watchBulkJob',
      summary: 'Tells how far a job is, again and again until it ends, as server-sent events',
      scope: 'users.read',
      media: 'text/event-stream',
      params: idParams,
      response: null,
    },
    async (caller, { params }) => {
      const { id } = await existing(caller, params.id)
      const { db, now, jobs } = caller.workspace
      return eventStream(watchJob(db, caller.account.companyId, id, now, jobs.stopping))
    },
  ),
  route(
    {
      ...described,
      method: 'GET',
      path: '/bulk-jobs/{id}/results',
      id: 'listBulkJobResults',
      summary: 'Lists what came of each user of a job',
      description: '`next` is the `after` of the next page.',
      scope: 'users.read',
      params: idParams,
      query: jobResultsQuerySchema,
      response: jobResultsSchema,
    },
    async (caller, { params, query }) => listResults(caller.workspace.db, (await existing(caller, params.id)).id, query),
  ),
  route(
    {
      ...described,
      method: 'GET',
      path: '/bulk-jobs/{id}/results.csv',
      id: 'exportBulkJobResults',
      summary: 'Gives what came of each user of a job as a CSV file',
      scope: 'users.read',
      media: 'text/csv',
      params: idParams,
      response: null,
    },
    async (caller, { params }) => {
      const { id } = await existing(caller, params.id)
      return csvFile('results.csv', exportResults(caller.workspace.db, id))
    },
  ),
  ...directions(),
]

/** Stopping, resuming and undoing: of a job, to what has become of it. */
function directions(): ApiRoute[] {
  const direct = (
    name: 'stop' | 'resume' | 'undo',
    summary: string,
    act: (caller: Caller, id: string) => Promise<{ readonly id: string } | Direction>,
  ) =>
    route(
      {
        ...described,
        method: 'POST',
        path: `/bulk-jobs/{id}/${name}`,
        id: `${name}BulkJob`,
        summary,
        description: 'A job that changes licences needs the scope licences.write too.',
        scope: 'users.write',
        accepted: pathOf,
        params: idParams,
        response: jobSchema,
      },
      async (caller, { params }) => {
        const { action } = await existing(caller, params.id)
        if (action !== null) requireScopeFor(caller, action)
        const outcome = await act(caller, params.id)
        if (typeof outcome === 'string' && outcome !== 'done') throw refusals[outcome]()
        caller.workspace.jobs.wake()
        return existing(caller, outcome === 'done' ? params.id : outcome.id)
      },
    )
  return [
    direct('stop', 'Stops a job after the users that are under way', ({ workspace: { db }, account }, id) =>
      stopJob(db, account.companyId, id),
    ),
    direct('resume', 'Lets a job that was stopped or has failed go on', (caller, id) =>
      resumeJob(caller.workspace.db, authorOf(caller), id),
    ),
    direct('undo', 'Begins a job that undoes one', (caller, id) =>
      undoJob(caller.workspace.db, authorOf(caller), id, caller.workspace.now()),
    ),
  ]
}
