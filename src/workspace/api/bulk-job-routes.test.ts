import { afterEach, beforeEach, expect, it } from 'vitest'
import { jobResultsSchema, jobSchema } from '../../contract/bulk-jobs'
import { workOnNextJob } from '../jobs/run-jobs'
import { apiWorkspace, type ApiCall, type ApiWorkspace } from '../testing/api-workspace'

let workspace: ApiWorkspace
let anna: ApiCall
let members: string[]

beforeEach(async () => {
  workspace = await apiWorkspace()
  anna = await workspace.as(workspace.administratorId)
  members = []
  for (const name of ['Ben', 'Cem', 'Dana']) members.push(await workspace.add(name, `${name}@example.com`))
})
afterEach(() => workspace.remove())

const work = () =>
  workOnNextJob(
    { db: workspace.db, instanceId: 'test', now: Date.now, lease: 15_000 },
    () => undefined,
    () => false,
  )
const deactivate = (...ids: string[]) => ({ action: { type: 'deactivate' }, selection: { kind: 'ids', ids } })

it('answers with an address to poll, tells how far it is, and gives the results page by page', async () => {
  const wanted = deactivate(...members)
  expect((await anna('POST', '/bulk-jobs/preview', wanted)).body).toMatchObject({ total: 3, changed: 3 })
  const started = await anna('POST', '/bulk-jobs', { ...wanted, expected: 3 })
  const { id } = jobSchema.parse(started.body)
  expect([started.status, started.headers.get('location')]).toEqual([202, `/api/v1/bulk-jobs/${id}`])
  expect((await anna('GET', `/bulk-jobs/${id}`)).body).toMatchObject({ state: 'waiting', total: 3, done: 0 })
  await work()
  expect((await anna('GET', `/bulk-jobs/${id}`)).body).toMatchObject({ state: 'done', done: 3 })
  const first = jobResultsSchema.parse((await anna('GET', `/bulk-jobs/${id}/results?limit=2`)).body)
  expect(first).toMatchObject({ results: [{ name: 'Ben', state: 'done' }, { name: 'Cem' }], next: 2 })
  const last = (await anna('GET', `/bulk-jobs/${id}/results?limit=2&after=2&state=done`)).body
  expect(last).toMatchObject({ results: [{ name: 'Dana', userId: members[2] }], next: null })
  const undone = jobSchema.parse((await anna('POST', `/bulk-jobs/${id}/undo`)).body)
  await work()
  expect((await anna('GET', '/bulk-jobs')).body).toMatchObject({
    jobs: [
      { id: undone.id, kind: 'undo', done: 3, undoes: id },
      { id, undoneBy: undone.id },
    ],
  })
  expect((await anna('POST', `/bulk-jobs/${id}/undo`)).status).toBe(400)
})

it('sends events until the job stands still', async () => {
  const { id } = jobSchema.parse((await anna('POST', '/bulk-jobs', deactivate(...members))).body)
  const answer = await workspace.fetch(workspace.administratorId, `/bulk-jobs/${id}/events`)
  expect(answer.headers.get('content-type')).toBe('text/event-stream')
  const [, text] = await Promise.all([work(), answer.text()])
  const jobs = text.split('\n\n').flatMap((event) => {
    const data = /^data: (.*)$/.exec(event)?.[1]
    return data === undefined ? [] : [jobSchema.parse(JSON.parse(data))]
  })
  expect(jobs.at(-1)).toMatchObject({ id, state: 'done', done: 3 })
})

it('is for managers, of their own company, with licences for those who may', async () => {
  const member = await workspace.as(members[0] ?? '')
  expect((await member('GET', '/bulk-jobs')).status).toBe(403)
  expect((await member('POST', '/bulk-jobs', deactivate(...members))).status).toBe(403)
  const unknown = '00000000-0000-4000-8000-000000000000'
  for (const path of ['', '/events', '/results']) {
    expect((await anna('GET', `/bulk-jobs/${unknown}${path}`)).status).toBe(404)
  }
  for (const direction of ['stop', 'resume', 'undo']) {
    expect((await anna('POST', `/bulk-jobs/${unknown}/${direction}`)).status).toBe(404)
  }
  expect((await anna('POST', '/bulk-jobs', deactivate('somebody-elses'))).status).toBe(400)
  expect((await anna('POST', '/bulk-jobs', { ...deactivate(...members), expected: 2 })).status).toBe(400)
  const assign = { action: { type: 'assign-licence', licenceId: 'unknown' }, selection: { kind: 'ids', ids: members } }
  expect((await anna('POST', '/bulk-jobs', assign)).status).toBe(404)
})
