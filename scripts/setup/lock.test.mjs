import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLock } from './lock.mjs'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-lock-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('work under one lock never overlaps', async () => {
  const events = /** @type {string[]} */ ([])
  /** @param {string} name */
  const work = (name) =>
    withLock(join(folder, 'lock'), async () => {
      events.push(`${name} begins`)
      await wait(30)
      events.push(`${name} ends`)
    })
  await Promise.all([work('a'), work('b')])
  expect(events.map((event) => event.split(' ')[1])).toEqual(['begins', 'ends', 'begins', 'ends'])
})

test('the lock of a process that has died is void', async () => {
  const file = join(folder, 'lock')
  // No process has this number: Linux gives none above 4194304.
  await writeFile(file, '4194999')
  expect(await withLock(file, async () => 'done')).toBe('done')
})

test('a lock is given back when the work fails', async () => {
  const file = join(folder, 'lock')
  await expect(withLock(file, async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await withLock(file, async () => 'done')).toBe('done')
})
