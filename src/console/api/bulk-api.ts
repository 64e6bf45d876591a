import {
  bulkPreviewSchema,
  jobResultsSchema,
  jobSchema,
  jobsSchema,
  type BulkPreview,
  type BulkRequest,
  type Job,
  type JobResult,
} from '../../contract/bulk-jobs'
import { consoleApiPrefix } from '../../contract/page-paths'
import { importSchema, type CheckImport, type Import } from '../../contract/imports'
import { toParameters, type UsersFilter } from '../../contract/users-filter'
import { request } from './request'

const jobs = `${consoleApiPrefix}/bulk-jobs`
const imports = `${consoleApiPrefix}/imports`
const jobAt = (id: string) => `${jobs}/${encodeURIComponent(id)}`

/** `POST /bulk-jobs/preview` */
export function previewBulkJob(wanted: BulkRequest, signal: AbortSignal): Promise<BulkPreview> {
  return request(`${jobs}/preview`, bulkPreviewSchema, { method: 'POST', body: wanted, signal })
}

/** `POST /bulk-jobs`. @param expected How many users the preview spoke of. */
export function startBulkJob(wanted: BulkRequest, expected: number): Promise<Job> {
  return request(jobs, jobSchema, { method: 'POST', body: { ...wanted, expected } })
}

/** `GET /bulk-jobs` */
export async function fetchJobs(signal: AbortSignal): Promise<Job[]> {
  return (await request(jobs, jobsSchema, { signal })).jobs
}

/** `GET /bulk-jobs/{id}` */
export function fetchJob(id: string, signal: AbortSignal): Promise<Job> {
  return request(jobAt(id), jobSchema, { signal })
}

/** Where a job's progress is told as it happens. */
export function jobEventsAddress(id: string): string {
  return `${jobAt(id)}/events`
}

/** `GET /bulk-jobs/{id}/results`: a page of what came of the users. @param state Empty for all. */
export function fetchResults(
  id: string,
  state: JobResult['state'] | '',
  after: number,
  signal: AbortSignal,
): Promise<{ results: JobResult[]; next: number | null }> {
  const search = new URLSearchParams({ after: String(after), ...(state === '' ? {} : { state }) })
  return request(`${jobAt(id)}/results?${search.toString()}`, jobResultsSchema, { signal })
}

/** Stops, resumes or undoes a job. @returns What it became, or the job that undoes it. */
export function directJob(id: string, direction: 'stop' | 'resume' | 'undo'): Promise<Job> {
  return request(`${jobAt(id)}/${direction}`, jobSchema, { method: 'POST' })
}

/** Where the list of jobs can be saved. */
export const jobsExportAddress = `${jobs}/export`

/** Where a job's results can be saved. */
export function resultsExportAddress(id: string): string {
  return `${jobAt(id)}/export`
}

/** Where the users that a filter means can be saved. */
export function usersExportAddress(filter: UsersFilter): string {
  return `${consoleApiPrefix}/users/export?${toParameters(filter).toString()}`
}

/** Where the licences can be saved. */
export const licencesExportAddress = `${consoleApiPrefix}/licences/export`

/** Where a file to start an import from can be saved. */
export const importExampleAddress = `${imports}/example`

/** `POST /imports`: uploads a file. */
export function uploadImport(file: File): Promise<Import> {
  const search = new URLSearchParams({ name: file.name })
  return request(`${imports}?${search.toString()}`, importSchema, { method: 'POST', body: file })
}

/** `POST /imports/{id}/check` */
export function checkImport(id: string, wanted: CheckImport): Promise<Job> {
  return request(`${imports}/${encodeURIComponent(id)}/check`, jobSchema, { method: 'POST', body: wanted })
}

/** `POST /imports/{id}/begin` */
export function beginImport(id: string): Promise<Job> {
  return request(`${imports}/${encodeURIComponent(id)}/begin`, jobSchema, { method: 'POST' })
}
