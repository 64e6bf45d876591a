import { afterEach, beforeEach, expect, it } from 'vitest'
import { jobSchema } from '../../contract/bulk-jobs'
import { importSchema, largestImport } from '../../contract/imports'
import { workOnNextJob } from '../jobs/run-jobs'
import { apiWorkspace, type ApiCall, type ApiWorkspace } from '../testing/api-workspace'

let workspace: ApiWorkspace
let anna: ApiCall

beforeEach(async () => {
  workspace = await apiWorkspace()
  anna = await workspace.as(workspace.administratorId)
})
afterEach(() => workspace.remove())

async function work() {
  const worker = { db: workspace.db, instanceId: 'test', now: Date.now, lease: 15_000 }
  while (await workOnNextJob(worker, () => undefined, () => false));
}
const upload = (content: string, call = anna) => call('POST', '/imports?name=people.csv', content, { 'content-type': 'text/csv' })
const file = 'E-Mail;Name\nben@example.com;Ben Müller\nnot-an-address;Cem\n'

it('is uploaded, checked and begun, with an address to poll for each', async () => {
  const uploaded = await upload(file)
  expect(uploaded.status).toBe(200)
  const { job, mapping, file: read } = importSchema.parse(uploaded.body)
  expect(read).toMatchObject({ name: 'people.csv', delimiter: ';', columns: ['E-Mail', 'Name'] })
  expect(mapping).toMatchObject({ email: 0, name: 1, licence: null })
  // Nothing is begun that was not checked.
  expect((await anna('POST', `/imports/${job.id}/begin`)).status).toBe(400)

  const checked = await anna('POST', `/imports/${job.id}/check`, { mapping, language: 'de' })
  expect([checked.status, checked.headers.get('location')]).toEqual([202, `/api/v1/bulk-jobs/${job.id}`])
  await work()
  expect((await anna('GET', `/bulk-jobs/${job.id}`)).body).toMatchObject({ state: 'ready', total: 2, refused: 1 })
  const begun = await anna('POST', `/imports/${job.id}/begin`, undefined, { 'idempotency-key': 'once' })
  expect([begun.status, jobSchema.parse(begun.body).id]).toEqual([202, job.id])
  await work()
  const again = await anna('POST', `/imports/${job.id}/begin`, undefined, { 'idempotency-key': 'once' })
  expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([202, 'true'])
  expect((await anna('GET', `/imports/${job.id}`)).body).toMatchObject({ job: { state: 'done', done: 1, refused: 1 } })
  expect((await anna('GET', '/users?email=ben@example.com')).body).toMatchObject({ users: [{ name: 'Ben Müller' }] })
})

it('is uploaded once with one key, and another file is not taken for the same', async () => {
  const once = (content: string) => anna('POST', '/imports?name=people.csv', content, { 'content-type': 'text/csv', 'idempotency-key': 'monday' })
  const [first, again, other] = [await once(file), await once(file), await once(`${file}cem@example.com;Cem\n`)]
  expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 200, 'true'])
  expect(again.body).toEqual(first.body)
  expect(other.status).toBe(422)
  expect(await workspace.db.selectFrom('job').select('id').execute()).toHaveLength(1)
  // Too much is refused as without a key, and leaves nothing: neither a job nor an answer that is kept.
  const tooLarge = await anna('POST', '/imports', `email\n${'x'.repeat(largestImport)}`, { 'content-type': 'text/csv', 'idempotency-key': 'large' })
  expect(tooLarge.status).toBe(413)
  expect(await workspace.db.selectFrom('jobFilePart').select('jobId').execute()).toHaveLength(1)
  expect((await anna('POST', '/imports', file, { 'content-type': 'text/csv', 'idempotency-key': 'large' })).status).toBe(200)
})

it('takes files alone, of whoever may', async () => {
  expect((await upload('')).status).toBe(400)
  expect((await upload('\0\u{1}\u{2}\0\0\0')).status).toBe(400)
  const member = await workspace.as(await workspace.add('Mo', 'mo@example.com'))
  expect((await upload(file, member)).status).toBe(403)
  const unknown = '00000000-0000-4000-8000-000000000000'
  expect((await anna('GET', `/imports/${unknown}`)).status).toBe(404)
  const mapping = { email: 0, name: 1, role: null, language: null, licence: null }
  expect((await anna('POST', `/imports/${unknown}/check`, { mapping, language: 'en' })).status).toBe(404)
  expect((await anna('POST', `/imports/${unknown}/begin`)).status).toBe(404)
})
