import type Store from 'electron-store'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openFiles } from './open-files'
import { valueFile } from './store'

/** What electron-store is made of, which knows nothing of Electron. */
interface Conf {
  store: unknown
  _write(values: unknown): void
}
const confSchema = z.object({ default: z.custom<new (options: object) => Conf>((value) => typeof value === 'function') })
const { default: RealConf } = confSchema.parse(await import(createRequire(import.meta.resolve('electron-store')).resolve('conf')))

const schema = z.strictObject({
  theme: z.enum(['light', 'dark']),
  size: z.strictObject({ zoom: z.int(), small: z.boolean() }),
  accounts: z.array(z.object({ key: z.string(), kind: z.enum(['here', 'there']) })),
  own: z.record(z.string(), z.strictObject({ view: z.enum(['list', 'week']) })),
})
const defaults: z.infer<typeof schema> = { theme: 'light', size: { zoom: 100, small: false }, accounts: [], own: {} }
const chosen: z.infer<typeof schema> = { theme: 'dark', size: { zoom: 150, small: true }, accounts: [{ key: 'a', kind: 'there' }], own: { x: { view: 'week' } } }

let folder: string
let isFull: boolean
let refusals: unknown[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-values-'))
  isFull = false
  refusals = []
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The file; the disk is full when the test says so. */
function open(goesOn = false, version = '1.0.0') {
  class OnDisk extends RealConf {
    constructor({ name, ...options }: { name: string }) {
      super({ ...options, configName: name, projectVersion: version })
    }
    override _write(values: unknown): void {
      if (isFull) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
      super._write(values)
    }
  }
  return valueFile({
    folder, name: 'values', schema, defaults, migrations: {},
    now: () => new Date('2026-11-23T18:04:05Z'),
    ...(goesOn ? { onRefused: (error: unknown) => refusals.push(error) } : {}),
    loadStore: async () => OnDisk as never as typeof Store,
  })
}
const write = (values: unknown) => writeFileSync(join(folder, 'values.json'), typeof values === 'string' ? values : JSON.stringify(values))
const written = (): unknown => {
  const { __internal__: _, ...values } = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(join(folder, 'values.json'), 'utf8')))
  return values
}
const names = () => readdirSync(folder).sort()

it('keeps what is changed, also what was before it was open', async () => {
  const file = open()
  file.change({ theme: 'dark' })
  expect(await file.open()).toBeNull()
  file.change({ size: { zoom: 110, small: true } })
  expect(written()).toEqual({ ...defaults, theme: 'dark', size: { zoom: 110, small: true } })
  expect(open().read()).toEqual(file.read())
})

it.each(['{"theme": "dar', ''])('sets a damaged file aside and says so: %j', async (text) => {
  write(text)
  const file = open()
  expect(file.read()).toEqual(defaults)
  expect(await file.open()).toBe('values.damaged-2026-11-23T18-04-05.json')
  expect(readFileSync(join(folder, 'values.damaged-2026-11-23T18-04-05.json'), 'utf8')).toBe(text)
  expect(written()).toEqual(defaults)
})

describe('a file of a newer version', () => {
  const newer = {
    ...chosen,
    theme: 'sepia',
    size: { ...chosen.size, zoom: 'large', dense: true },
    accounts: [...chosen.accounts, { key: 'b', kind: 'elsewhere' }, { kind: 'here' }, { key: 'c', kind: 'here', more: 1 }],
    own: { ...chosen.own, y: { view: 'month' }, z: { view: 'list', sort: 'up' } },
    news: { on: true },
  }
  const known = {
    theme: 'light',
    size: { zoom: 100, small: true },
    accounts: [...chosen.accounts, { key: 'c', kind: 'here' }],
    own: { ...chosen.own, z: { view: 'list' } },
  }

  it('is read as far as it is known', async () => {
    write(newer)
    const file = open()
    expect(file.read()).toEqual(known)
    expect(await file.open()).toBeNull()
    expect(file.read()).toEqual(known)
    expect(names()).toEqual(['values.json'])
  })

  it('is kept beside as it was, before it is written for the first time', async () => {
    write(newer)
    const file = open()
    await file.open()
    file.change({ theme: 'dark' })
    file.change({ theme: 'light' })
    const [copy, ...others] = names().filter((name) => name !== 'values.json')
    expect([copy, others]).toEqual(['values.before-2026-11-23T18-04-05.json', []])
    expect(JSON.parse(readFileSync(join(folder, copy ?? ''), 'utf8'))).toMatchObject(newer)
    expect(open().read()).toEqual(known)
  })
})

describe('a disk that is full', () => {
  it('takes nothing away at a start: the file is good, and stays', async () => {
    write(chosen)
    isFull = true
    // Its version is another one, so that the library wants to write.
    const file = open(false, '2.0.0')
    await expect(file.open()).rejects.toThrow('ENOSPC')
    expect([file.read(), written(), names()]).toEqual([chosen, chosen, ['values.json']])
    expect(() => file.change({ theme: 'light' })).toThrow('ENOSPC')
    expect(file.read()).toEqual(chosen)
    isFull = false
    file.change({ theme: 'light' })
    expect(written()).toEqual({ ...chosen, theme: 'light' })
  })

  it('refuses what somebody chose, so that it is told', async () => {
    const file = open()
    await file.open()
    isFull = true
    expect(() => file.change({ theme: 'dark' })).toThrow('ENOSPC')
    expect(file.read()).toEqual(defaults)
  })

  it('does not keep what nobody chose from holding for this run; it is written once there is room', async () => {
    const file = open(true)
    await file.open()
    isFull = true
    file.change({ theme: 'dark' })
    file.change({ size: { zoom: 110, small: false } })
    expect([file.read().theme, file.read().size.zoom, file.isWritten(), refusals.length]).toEqual(['dark', 110, false, 1])
    expect(written()).toEqual(defaults)
    isFull = false
    file.change({ own: chosen.own })
    expect([file.isWritten(), written()]).toEqual([true, { ...defaults, theme: 'dark', size: { zoom: 110, small: false }, own: chosen.own }])
  })

  it('is tried again as Parley ends', async () => {
    const file = open(true)
    isFull = true
    file.change({ theme: 'dark' })
    await expect(file.open()).rejects.toThrow('ENOSPC')
    isFull = false
    await file.open()
    expect(written()).toEqual({ ...defaults, theme: 'dark' })
  })

  it('keeps no other file closed', async () => {
    const asked: string[] = []
    const full = { open: async () => Promise.reject(new Error('ENOSPC')) }
    const other = { open: async () => (asked.push('other'), 'other.damaged.json') }
    await expect(openFiles([full, other], ({ kind }) => asked.push(kind))).rejects.toThrow('ENOSPC')
    expect(asked).toEqual(['other', 'settings-set-aside'])
  })
})
