import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { failed, type WorkspaceAnswer } from '../workspace/workspace'
import { cacheFile, removeCache, type CacheFile } from './cache-file'
import { openShelf, type Kept, type Known } from './shelf'

/** A shelf whose workspace answers when the test says so. */
function world(kept: Kept<string> | null = null) {
  const asked: ((answer: WorkspaceAnswer<string[]>) => void)[] = []
  const written: Kept<string>[] = []
  const changes: Known<string>[] = []
  const clock = { now: 1_000_000 }
  const file: CacheFile<Kept<string>> = {
    read: async () => kept,
    write: async (value) => void written.push(value),
  }
  const shelf = openShelf<string>({
    file,
    fetch: () => new Promise((answer) => asked.push(answer)),
    now: () => clock.now,
    onChange: (known) => changes.push(known),
  })
  const answer = async (value: WorkspaceAnswer<string[]>) => {
    await settled()
    asked.shift()?.(value)
    await settled()
  }
  return { shelf, asked, written, changes, clock, answer }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))
const done = (value: string[]): WorkspaceAnswer<string[]> => ({ outcome: 'done', value })

describe('a shelf', () => {
  it('shows what the disk has, then what the workspace answers, and keeps that', async () => {
    const { shelf, written, answer } = world({ items: ['old'], fetchedAt: 5 })
    expect(await shelf.read()).toMatchObject({ items: ['old'], fetchedAt: 5 })
    void shelf.refresh()
    await answer(done(['new']))
    expect(await shelf.read()).toMatchObject({ items: ['new'], fetchedAt: 1_000_000, problem: null })
    expect(written).toEqual([{ items: ['new'], fetchedAt: 1_000_000 }])
  })

  it('makes one request for all who ask at the same time', async () => {
    const { shelf, asked, answer } = world()
    const all = [shelf.refresh(), shelf.refreshIfOlder(0), shelf.refresh()]
    await settled()
    expect(asked).toHaveLength(1)
    await answer(done(['a']))
    for (const known of await Promise.all(all)) expect(known.items).toEqual(['a'])
  })

  it('asks again only when the list is old, or the last attempt failed and may be repeated', async () => {
    const { shelf, asked, clock, answer } = world()
    void shelf.refresh()
    await answer(done([]))
    clock.now += 50
    await shelf.refreshIfOlder(60)
    expect(asked).toHaveLength(0)
    void shelf.refreshIfOlder(40)
    await answer(failed('busy', 1_000_500))
    await shelf.refreshIfOlder(40)
    expect(asked).toHaveLength(0)
    clock.now = 1_000_501
    void shelf.refreshIfOlder(10_000)
    await settled()
    expect(asked).toHaveLength(1)
  })

  it('asks again once the clock was set back, whatever was to be waited for', async () => {
    const { shelf, asked, clock, answer } = world()
    void shelf.refresh()
    await answer(done([]))
    clock.now -= 86_400_000
    void shelf.refreshIfOlder(60_000)
    await settled()
    expect(asked).toHaveLength(1)
    await answer(failed('busy', clock.now + 30_000))
    clock.now -= 86_400_000
    void shelf.refreshIfOlder(60_000)
    await settled()
    expect(asked).toHaveLength(1)
  })

  it('tries again what failed, and nothing else', async () => {
    const { shelf, asked, answer } = world()
    await shelf.retry()
    expect(asked).toHaveLength(0)
    void shelf.refresh()
    await answer(failed('offline'))
    void shelf.retry()
    await settled()
    expect(asked).toHaveLength(1)
    await answer(done(['a']))
    expect(await shelf.retry()).toMatchObject({ items: ['a'], problem: null })
    expect(asked).toHaveLength(0)
  })

  it('tries again after what was under way when the workspace came back', async () => {
    const { shelf, asked, answer } = world()
    void shelf.refresh()
    await settled()
    const retried = shelf.retry()
    await answer(failed('too-slow'))
    expect(asked).toHaveLength(1)
    await answer(done(['a']))
    expect(await retried).toMatchObject({ items: ['a'], problem: null })
  })

  it('asks for what comes from the disk, however young it is', async () => {
    const { shelf, asked } = world({ items: [], fetchedAt: 1_000_000 })
    void shelf.refreshIfOlder(60_000)
    await settled()
    expect(asked).toHaveLength(1)
  })

  it('keeps what is known when the workspace fails, and says why', async () => {
    const { shelf, answer } = world({ items: ['old'], fetchedAt: 5 })
    void shelf.refresh()
    await answer(failed('offline'))
    expect(await shelf.read()).toMatchObject({ items: ['old'], fetchedAt: 5, problem: 'offline' })
  })

  it('has another revision only when the items are other ones', async () => {
    const { shelf, answer } = world()
    void shelf.refresh()
    await answer(done(['a']))
    const { revision } = await shelf.read()
    void shelf.refresh()
    await answer(done(['a']))
    expect((await shelf.read()).revision).toBe(revision)
    void shelf.refresh()
    await answer(done(['b']))
    expect((await shelf.read()).revision).toBeGreaterThan(revision)
  })

  it('shows a change at once and takes it back when it is refused, whatever was fetched meanwhile', async () => {
    const { shelf, answer } = world()
    void shelf.refresh()
    await answer(done(['a', 'b']))
    const settle = shelf.patch((items) => items.filter((item) => item !== 'a'))
    expect((await shelf.read()).items).toEqual(['b'])
    void shelf.refresh()
    await answer(done(['a', 'b', 'c']))
    expect((await shelf.read()).items).toEqual(['b', 'c'])
    settle(false)
    expect((await shelf.read()).items).toEqual(['a', 'b', 'c'])
  })

  it('keeps a change that was agreed to', async () => {
    const { shelf, written, answer } = world()
    void shelf.refresh()
    await answer(done(['a', 'b']))
    shelf.patch((items) => items.slice(1))(true)
    expect((await shelf.read()).items).toEqual(['b'])
    expect(written.at(-1)?.items).toEqual(['b'])
  })

  it('keeps a change that was agreed to while an older list was on its way, until the next one', async () => {
    const { shelf, written, answer } = world()
    void shelf.refresh()
    await answer(done(['a', 'b']))
    void shelf.refresh()
    await settled()
    shelf.patch((items) => [...items.filter((item) => item !== 'new'), 'new'])(true)
    shelf.patch((items) => items.filter((item) => item !== 'a'))(true)
    await answer(done(['a', 'b']))
    expect((await shelf.read()).items).toEqual(['b', 'new'])
    expect(written.at(-1)?.items).toEqual(['b', 'new'])
    void shelf.refresh()
    await answer(done(['b']))
    expect((await shelf.read()).items).toEqual(['b'])
  })

  it('takes nothing any more once it is closed', async () => {
    const { shelf, written, changes, answer } = world()
    void shelf.refresh()
    await settled()
    await shelf.close()
    await answer(done(['late']))
    expect(written).toEqual([])
    expect(changes).toEqual([])
  })
})

describe('a cache file', () => {
  let folder = ''
  const open = () => cacheFile(join(folder, 'account', 'list.json'), z.strictObject({ items: z.array(z.string()) }), () => undefined)

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-cache-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('is read back, by its owner alone, and the last of several writes counts', async () => {
    const file = open()
    expect(await file.read()).toBeNull()
    await Promise.all([file.write({ items: ['1'] }), file.write({ items: ['2'] }), file.write({ items: ['3'] })])
    expect(await open().read()).toEqual({ items: ['3'] })
    expect((await stat(join(folder, 'account', 'list.json'))).mode & 0o077).toBe(0)
  })

  it('is nothing when it is damaged or of another form', async () => {
    const file = open()
    await file.write({ items: ['1'] })
    const path = join(folder, 'account', 'list.json')
    await writeFile(path, (await readFile(path, 'utf8')).slice(0, -2))
    expect(await file.read()).toBeNull()
    await writeFile(path, '{"entries":[]}')
    expect(await file.read()).toBeNull()
  })

  it('goes with its folder', async () => {
    await open().write({ items: [] })
    await removeCache(join(folder, 'account'))
    await expect(stat(join(folder, 'account'))).rejects.toThrow()
    await removeCache(join(folder, 'account'))
  })
})
