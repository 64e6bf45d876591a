import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, buildBinary } from 'plist'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readManagedPreferences } from './managed-preferences'
import { readPolicy } from './read-policy'

const entries = {
  theme: 'dark',
  appearance: { zoom: 150 },
  'general.startAtLogin': new Date('2026-11-26'),
  language: new Uint8Array([0, 0, 0]),
  PayloadUUID: '4A6B',
  'advanced.hardwareAcceleration': false,
}

describe.skipIf(process.platform === 'win32')('managed preferences', () => {
  let folder = ''
  let path = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-preferences-'))
    chmodSync(folder, 0o755)
    path = join(folder, 'app.parley.Parley.plist')
    writeFileSync(path, build(entries), { mode: 0o644 })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const owner = process.getuid?.() ?? 0
  const read = (as = owner) => readManagedPreferences({ path, owner: as, trusted: tmpdir() })
  const refused = (problem: string) => ({ values: new Map(), problems: [{ entry: null, problem, source: path }] })

  it.each([
    ['XML', build(entries)],
    ['binary', buildBinary(entries)],
  ])('are entries by dotted name or in groups, in %s; wrong ones are reported, and what the profile says of itself is none', async (_, content) => {
    writeFileSync(path, content)
    const { values, problems } = await read()
    expect(Object.fromEntries(values)).toEqual({ theme: 'dark', 'appearance.zoom': 150, 'advanced.hardwareAcceleration': false })
    expect(problems.map(({ entry, problem }) => [entry, problem])).toEqual([
      ['general.startAtLogin', 'wrong-value'],
      ['language', 'wrong-value'],
    ])
  })

  it.each([[''], ['nothing of the kind'], ['<plist version="1.0"><dict>'], ['<plist version="1.0"><array/></plist>'], ['bplist00'], [build('dark')], [buildBinary(['dark'])]])(
    'that are no property list with entries are reported: %j',
    async (content) => {
      writeFileSync(path, content)
      expect(await read()).toEqual(refused('not-readable'))
    },
  )

  it('that are not there are no policy', async () => {
    rmSync(path)
    expect(await read()).toEqual({ values: new Map(), problems: [] })
  })

  it('that people can write, or that are somebody’s own, are not the administrator’s', async () => {
    expect(await read(owner + 1)).toEqual(refused('not-trusted'))
    chmodSync(path, 0o664)
    expect(await read()).toEqual(refused('not-trusted'))
    chmodSync(path, 0o644)
    chmodSync(folder, 0o777)
    expect(await read()).toEqual(refused('not-trusted'))
  })

  it('that are a link into somebody’s own preferences are not read', async () => {
    const own = join(folder, 'own.plist')
    writeFileSync(own, build(entries))
    rmSync(path)
    symlinkSync(own, path)
    expect(await read()).toEqual(refused('not-trusted'))
  })

  // On Linux there is no such folder, so that nothing may be asked at all: no `defaults`, no file of the person's.
  it.skipIf(process.platform === 'darwin')('are all that counts on macOS', async () => {
    const run = () => Promise.reject(new Error('asked'))
    expect(await readPolicy({ platform: 'darwin', run, windowsFolder: '' })).toEqual({ values: new Map(), problems: [] })
  })
})
