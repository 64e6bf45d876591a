import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startBulkJobSchema, type BulkAction, type Job } from '../../contract/bulk-jobs'
import { noFilter } from '../../contract/users-filter'
import { dayInMilliseconds } from '../clock'
import { changeSeats } from '../licences/change-seats'
import { createLicence } from '../licences/create-licence'
import { apiWorkspace, type ApiWorkspace } from '../testing/api-workspace'
import { claimJob, type Worker } from './claim-job'
import { resumeJob, stopJob, undoJob } from './direct-job'
import { findJob, listResults } from './find-jobs'
import { previewBulkJob, type JobAuthor } from './preview-bulk-job'
import { workOnNextJob } from './run-jobs'
import { startBulkJob } from './start-bulk-job'
import { workOnJob } from './work-on-job'

let time = Date.parse('2026-05-01T08:00:00Z')
const now = () => time
let workspace: ApiWorkspace
let anna: JobAuthor
let members: string[]

beforeEach(async () => {
  workspace = await apiWorkspace({ now })
  const { companyId, administratorId } = workspace
  anna = { companyId, actor: { accountId: administratorId, email: 'anna@example.com', role: 'administrator' } }
  members = []
  for (const name of ['Ben', 'Cem', 'Dana', 'Eva']) members.push(await workspace.add(name, `${name}@example.com`))
})
afterEach(() => workspace.remove())

const worker = (instanceId = 'one'): Worker => ({ db: workspace.db, instanceId, now, lease: 15_000 })
const everybody = { kind: 'all' as const, filter: noFilter, except: [] }

function licence(name: string, seats: number, product: 'meeting-50' | 'meeting-100' | 'other' = 'meeting-50') {
  const { companyId, db } = workspace
  return createLicence(db, { companyId, name, product, seats, endsOn: null }).then(({ id }) => id)
}

async function start(action: BulkAction, more: object = {}, author = anna): Promise<string> {
  const request = startBulkJobSchema.parse({ action, selection: { kind: 'ids', ids: members }, ...more })
  const started = await startBulkJob(workspace.db, author, request, now())
  if (typeof started === 'string') throw new Error(started)
  return started.id
}

async function run(id: string): Promise<Job | null> {
  while (await workOnNextJob(worker(), () => undefined, () => false));
  return findJob(workspace.db, workspace.companyId, id, now())
}

const results = async (id: string) =>
  (await listResults(workspace.db, id, { after: 0, limit: 100 })).results.map(({ name, state, reasons }) =>
    [name, state, ...reasons].join(' '),
  )
const seatsUsed = async () =>
  Object.fromEntries(
    (
      await workspace.db.selectFrom('licence').where('name', 'like', 'M%0').where('name', '<>', 'Meeting 50').select(['name', 'seatsUsed']).execute()
    ).map((row) => [row.name, row.seatsUsed]),
  )
const holders = async (licenceId: string) =>
  (await workspace.db.selectFrom('seat').where('licenceId', '=', licenceId).select('accountId').execute()).length
const events = async () => (await workspace.db.selectFrom('event').select('name').execute()).map(({ name }) => name)
const give = (accountId: string | undefined, licenceId: string) =>
  changeSeats(
    workspace.db,
    { companyId: workspace.companyId, accountId: accountId ?? '', give: [licenceId], author: null },
    now(),
  )

describe('assigning a licence to many', () => {
  it('says before what it will do, does it, says what came of each, and can be undone', async () => {
    const m50 = await licence('M50', 5)
    const m100 = await licence('M100', 3, 'meeting-100')
    await give(members[0], m100)
    await give(members[1], m50)
    const action = { type: 'assign-licence', licenceId: m100 } as const
    const request = startBulkJobSchema.parse({ action, selection: { kind: 'ids', ids: members.slice(0, 3) } })
    const preview = await previewBulkJob(workspace.db, anna, request, now())
    expect(preview).toMatchObject({ total: 3, changed: 2, unchanged: 1, refused: [], seats: { needed: 2, left: 2 } })
    const id = await start(action, { selection: request.selection, expected: 3 })
    expect(await run(id)).toMatchObject({ state: 'done', total: 3, done: 2, unchanged: 1, refused: 0, canUndo: true })
    expect(await results(id)).toEqual(['Ben unchanged', 'Cem done', 'Dana done'])
    expect(await seatsUsed()).toEqual({ M50: 0, M100: 3 })
    expect((await events()).filter((name) => name === 'LicenseAssigned')).toHaveLength(5)

    await give(members[2], m50)
    const undo = await undoJob(workspace.db, anna, id, now())
    const undoId = typeof undo === 'string' ? undo : undo.id
    expect(await run(undoId)).toMatchObject({ kind: 'undo', state: 'done', total: 2, done: 1, refused: 1, undoes: id })
    expect(await results(undoId)).toEqual(['Cem done', 'Dana refused changed-since'])
    expect(await seatsUsed()).toEqual({ M50: 2, M100: 1 })
    expect(await undoJob(workspace.db, anna, id, now())).toBe('wrong-state')
    expect(await findJob(workspace.db, workspace.companyId, id, now())).toMatchObject({ undoneBy: undoId, canUndo: false })
  })

  it('is all or nothing, and keeps its seats from the beginning to the end', async () => {
    const id = await licence('M50', 3)
    const action = { type: 'assign-licence', licenceId: id } as const
    await expect(start(action)).rejects.toThrow('no-seats-left')
    expect(await seatsUsed()).toEqual({ M50: 0 })
    const job = await start(action, { selection: { kind: 'ids', ids: members.slice(0, 3) } })
    expect(await give(members[3], id)).toBe('no-seats-left')
    expect(await run(job)).toMatchObject({ state: 'done', done: 3 })
    expect([await seatsUsed(), await holders(id)]).toEqual([{ M50: 3 }, 3])
  })

  it('gives as many as there are, the first by name', async () => {
    const id = await licence('M50', 3)
    const job = await start({ type: 'assign-licence', licenceId: id }, { seats: 'as-many-as-there-are' })
    expect(await run(job)).toMatchObject({ state: 'done', done: 3, refused: 1 })
    expect((await results(job)).at(-1)).toBe('Eva refused no-seats-left')
  })

  it('gives kept seats back when it is stopped, and goes on when it is resumed', async () => {
    const id = await licence('M50', 4)
    const job = await start({ type: 'assign-licence', licenceId: id })
    expect(await seatsUsed()).toEqual({ M50: 4 })
    expect(await stopJob(workspace.db, workspace.companyId, job)).toBe('done')
    expect(await run(job)).toMatchObject({ state: 'stopped', done: 0 })
    expect(await seatsUsed()).toEqual({ M50: 0 })
    expect(await stopJob(workspace.db, workspace.companyId, job)).toBe('wrong-state')
    await give(members[0], id)
    expect(await resumeJob(workspace.db, anna, job)).toBe('done')
    expect(await run(job)).toMatchObject({ state: 'done', done: 3, unchanged: 1 })
    expect([await seatsUsed(), await holders(id)]).toEqual([{ M50: 4 }, 4])
  })
})

it('changes one licence into another for those who have it', async () => {
  const from = await licence('M50', 4)
  const to = await licence('M100', 4, 'meeting-100')
  await give(members[0], from)
  const job = await start({ type: 'change-licence', from, to })
  expect(await run(job)).toMatchObject({ state: 'done', done: 1, unchanged: 3 })
  expect(await seatsUsed()).toEqual({ M50: 0, M100: 1 })
  const back = await start({ type: 'take-back-licence', licenceId: to })
  expect(await run(back)).toMatchObject({ done: 1, unchanged: 3 })
  expect(await seatsUsed()).toEqual({ M50: 0, M100: 0 })
})

describe('changing users', () => {
  it.each<[BulkAction, BulkAction['type'] | null]>([
    [{ type: 'set-role', role: 'user-manager' }, 'set-role'],
    [{ type: 'deactivate' }, 'deactivate'],
    [{ type: 'end-sessions' }, null],
    [{ type: 'remove' }, 'remove'],
  ])('by %j leaves out whoever began it, who may be the last administrator', async (action, undoable) => {
    const before = await workspace.db.selectFrom('membership').orderBy('accountId').selectAll().execute()
    const job = await start(action, { selection: everybody })
    const preview = await previewBulkJob(
      workspace.db,
      anna,
      startBulkJobSchema.parse({ action, selection: everybody }),
      now(),
    )
    expect(preview).toMatchObject({ total: 5, changed: 4, refused: [{ reason: 'yourself', count: 1 }] })
    expect(await run(job)).toMatchObject({ state: 'done', done: 4, refused: 1, canUndo: undoable !== null })
    expect((await results(job))[0]).toBe('Anna refused yourself')
    const undo = await undoJob(workspace.db, anna, job, now())
    if (undoable === null) return expect(undo).toBe('wrong-state')
    if (typeof undo !== 'string') expect(await run(undo.id)).toMatchObject({ done: 4, refused: 0 })
    expect(await workspace.db.selectFrom('membership').orderBy('accountId').selectAll().execute()).toEqual(before)
  })

  it('by a removal is undone as long as what it took is kept, and is offered no longer', async () => {
    const job = await start({ type: 'remove' })
    expect(await run(job)).toMatchObject({ done: 4, canUndo: true })
    time += dayInMilliseconds + 1
    expect(await findJob(workspace.db, workspace.companyId, job, now())).toMatchObject({ canUndo: false })
    expect(await undoJob(workspace.db, anna, job, now())).toBe('wrong-state')
  })

  it('is refused to user managers where it reaches beyond members', async () => {
    const manager = await workspace.add('Mia', 'mia@example.com', 'user-manager')
    const author: JobAuthor = { ...anna, actor: { accountId: manager, email: 'mia@example.com', role: 'user-manager' } }
    const selection = { kind: 'ids', ids: [workspace.administratorId, members[0]] }
    const job = await start({ type: 'deactivate' }, { selection }, author)
    expect(await run(job)).toMatchObject({ done: 1, refused: 1 })
    expect(await results(job)).toEqual(['Anna refused not-allowed', 'Ben done'])
  })

  it('ends when whoever began it may not any more', async () => {
    const manager = await workspace.add('Mia', 'mia@example.com', 'user-manager')
    const author: JobAuthor = { ...anna, actor: { accountId: manager, email: 'mia@example.com', role: 'user-manager' } }
    const job = await start({ type: 'deactivate' }, {}, author)
    await workspace.db.updateTable('membership').set({ role: 'member' }).where('accountId', '=', manager).execute()
    expect(await run(job)).toMatchObject({ state: 'failed', problem: 'not-allowed', done: 0 })
    expect(await resumeJob(workspace.db, anna, job)).toBe('done')
    expect(await run(job)).toMatchObject({ state: 'done', done: 4 })
  })
})

describe('a job whose worker died', () => {
  it('is another worker’s once the lease has run out, and no sooner; the dead one does nothing more', async () => {
    const job = await start({ type: 'deactivate' })
    expect(await claimJob(worker('one'))).toMatchObject({ id: job })
    expect(await claimJob(worker('two'))).toBeNull()
    time += 15_000
    expect(await claimJob(worker('two'))).toMatchObject({ id: job })
    expect(await workOnJob(worker('one'), job)()).toBe('lost')
    const next = workOnJob(worker('two'), job)
    expect([await next(), await next()]).toEqual(['more', 'ended'])
    expect((await events()).filter((name) => name === 'UserDeactivated')).toHaveLength(4)
  })
})

it('begins only with the selection that was shown', async () => {
  await expect(start({ type: 'deactivate' }, { expected: 3 })).rejects.toThrow('selection-changed')
  await expect(start({ type: 'assign-licence', licenceId: 'unknown' })).rejects.toThrow('not-found')
  const nobody = { kind: 'ids', ids: ['somebody-elses'] }
  await expect(start({ type: 'deactivate' }, { selection: nobody })).rejects.toThrow('nobody')
  expect(await workspace.db.selectFrom('job').selectAll().execute()).toEqual([])
})
