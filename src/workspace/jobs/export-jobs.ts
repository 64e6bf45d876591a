import type { Job, JobAction } from '../../contract/bulk-jobs'
import { writeMoment, type Fields } from '../csv/write-row'

const head = ['id', 'kind', 'what', 'licence or role', 'by', 'began', 'ended', 'state', 'users', 'changed', 'unchanged', 'refused']

/** Changes to many users as the head and the rows of a CSV file. */
export function writeJobs(jobs: readonly Job[]): [readonly string[], readonly Fields[]] {
  return [head, jobs.map(writeJob)]
}

function writeJob(job: Job): Fields {
  const { id, kind, action, fileName, authorEmail, createdAt, endedAt, state, total, done, unchanged, refused } = job
  const what = action === null ? fileName : action.type
  const figures = [total, done, unchanged, refused]
  return [id, kind, what, aim(action, job.licenceNames), authorEmail, writeMoment(createdAt), writeMoment(endedAt), state, ...figures]
}

function aim(action: JobAction | null, names: Job['licenceNames']): string | null {
  const nameOf = (id: string) => names[id] ?? id
  if (action === null) return null
  if ('licenceId' in action) return nameOf(action.licenceId)
  if ('from' in action) return `${nameOf(action.from)} > ${nameOf(action.to)}`
  return 'role' in action ? action.role : null
}
