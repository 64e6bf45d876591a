import { afterEach, beforeEach, expect, it } from 'vitest'
import { dayInMilliseconds } from '../clock'
import { apiWorkspace, type ApiWorkspace } from '../testing/api-workspace'
import { endCompaniesOnTime, longestWait, shortestWait } from './end-on-time'

const lease = 15_000
const start = Date.parse('2026-05-10T12:00:00Z')
const week = 7 * dayInMilliseconds

let workspace: ApiWorkspace
let time: number
let lines: string[]

beforeEach(async () => {
  time = start
  lines = []
  workspace = await apiWorkspace({ now: () => time })
})
afterEach(() => workspace.remove())

/** An instance whose waiting is in the test's hands. */
function instance(instanceId: string, db = workspace.db) {
  const asked: { run: () => void; milliseconds: number }[] = []
  let heard: (() => void) | null = null
  const stop = endCompaniesOnTime(
    { db, instanceId, now: () => time, lease },
    (event) => lines.push(`${instanceId} ${event}`),
    (run, milliseconds) => {
      asked.push({ run, milliseconds })
      heard?.()
      return () => asked.splice(0)
    },
  )
  return {
    stop,
    /** Lets it wait no longer. @returns How long it waits next, milliseconds. */
    wake: async (): Promise<number> => {
      const again = new Promise<void>((resolve) => (heard = resolve))
      asked.pop()?.run()
      await again
      return asked.at(-1)?.milliseconds ?? Number.NaN
    },
    waits: () => asked.length > 0,
  }
}

const askDeletion = () =>
  workspace.send('POST', '/console-api/company/deletion', workspace.inConsole(workspace.administratorId), { name: 'Example' })
const isThere = async () => (await workspace.db.selectFrom('company').select('id').execute()).length > 0

it('deletes a company at its time, and not before', async () => {
  const one = instance('one')
  expect(await one.wake()).toBe(longestWait)
  expect((await askDeletion()).status).toBe(200)
  expect(await one.wake()).toBe(longestWait)
  time = start + week - 90_000
  // Not at the next round of many, but just then.
  expect(await one.wake()).toBe(90_000)
  expect(await isThere()).toBe(true)
  time = start + week
  expect(await one.wake()).toBe(longestWait)
  expect(await isThere()).toBe(false)
  expect(lines).toEqual(['one company-deleted'])
  await one.stop()
})

it('goes by the clock as it is set, and after a restart', async () => {
  await askDeletion()
  const before = instance('before')
  time = start + week - 60_000
  expect(await before.wake()).toBe(60_000)
  // Somebody sets it back, so that the wait that was begun ends too early.
  time = start + week - 3 * 60_000
  expect(await before.wake()).toBe(3 * 60_000)
  await before.stop()
  expect(before.waits()).toBe(false)
  // The computer is off when the time comes.
  time = start + week + dayInMilliseconds
  const after = instance('after')
  await after.wake()
  expect(await isThere()).toBe(false)
  await after.stop()
})

it('is done by one of several instances', async () => {
  await askDeletion()
  const instances = ['one', 'two', 'three'].map((name) => instance(name))
  time = start + week
  await Promise.all(instances.map(({ wake }) => wake()))
  expect(await isThere()).toBe(false)
  expect(lines).toHaveLength(1)
  await Promise.all(instances.map(({ stop }) => stop()))
})

it('is gone on with where an instance died at it, once that is believed to be gone', async () => {
  await askDeletion()
  time = start + week
  await workspace.db.updateTable('company').set({ isEnding: 1, leaseOwner: 'gone', leaseEndsAt: time + lease }).execute()
  const one = instance('one')
  expect(await one.wake()).toBe(lease)
  expect(await isThere()).toBe(true)
  time += lease
  await one.wake()
  expect(await isThere()).toBe(false)
  await one.stop()
})

it('tries again where it failed, and not at once', async () => {
  await askDeletion()
  time = start + week
  const broken = workspace.db.withSchema('nowhere')
  const one = instance('one', broken)
  expect(await one.wake()).toBe(longestWait)
  expect(lines).toEqual(['one deletion-failed'])
  await one.stop()
})

it('never waits for less than a moment', async () => {
  await askDeletion()
  time = start + week - 5
  const one = instance('one')
  expect(await one.wake()).toBe(shortestWait)
  await one.stop()
})
