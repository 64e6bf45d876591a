import { unzipSync } from 'fflate'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { appStateSchema, type AppState } from '../../contract/app-state'
import { noPolicy } from '../../contract/policy'
import { defaultSettings } from '../../contract/settings'
import { noUpdates } from '../../contract/updates'
import { noAccounts } from '../../contract/accounts'
import { collectDiagnostics } from './collect'
import { listCrashReports, removeCrashReports } from './crash-reports'
import { openDiagnostics } from './diagnostics'
import { writeWhole } from '../disk/write-whole'

const now = () => new Date('2026-11-25T10:00:00Z')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-diagnostics-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const secret = 'c2VjcmV0LXRva2VuLXRoYXQtbm9ib2R5LW1heS1zZWU'
const state: AppState = appStateSchema.parse({
  settings: defaultSettings,
  language: 'en',
  session: {
    state: 'signed-in',
    account: { id: 'u1', name: 'Anna Berger', email: 'anna@example.com', companyName: 'Example', role: 'member' },
    connection: 'online',
    persistence: 'kept',
  },
  accounts: noAccounts,
  keychain: 'available',
  workspace: { state: 'ready', address: 'http://127.0.0.1:1' },
  policy: noPolicy,
  network: { authorities: [], certificatesFor: [], question: null },
  hidingPlace: 'unknown',
  isMini: false,
  updates: noUpdates,
  hardwareAcceleration: true,
  region: 'en-GB',
  notices: [],
})

function collect(home = '/home/anna', dataFolder = '/home/anna/.config/Parley') {
  return collectDiagnostics({
    now,
    home,
    info: () => ({ version: '1', electron: '2', chromium: '3', node: '4', system: 'linux', dataFolder }),
    state: () => state,
    graphics: () => ({ gpu_compositing: 'disabled_software' }),
    logs: () => [{ name: 'parley.log', text: `refresh_token=${secret}\n` }],
    crashReports: () => listCrashReports(folder),
  })
}

function desk(path: string | null) {
  const revealed: string[] = []
  const logged: string[] = []
  const opened = openDiagnostics({
    collect,
    askWhere: (name) => Promise.resolve(path === null ? null : join(path, name)),
    writeFile: writeWhole,
    reveal: (shown) => revealed.push(shown),
    crashFolder: () => folder,
    isSending: () => false,
    listCrashReports: () => listCrashReports(folder),
    removeCrashReports: () => removeCrashReports(folder),
    now,
    log: (what) => logged.push(what),
  })
  return { desk: opened, revealed, logged }
}

describe('diagnostics', () => {
  it('hold versions, settings, states and the log, and nothing of the person or the session', () => {
    const { files } = collect()
    expect(files.map(({ name }) => name)).toEqual(['about.json', 'settings.json', 'crash-reports.json', 'parley.log'])
    expect(JSON.parse(files[0]?.text ?? '')).toMatchObject({ version: '1', session: 'signed-in', keychain: 'available', workspace: 'ready' })
    const all = files.map(({ text }) => text).join('\n')
    for (const forbidden of [secret, 'Anna', 'anna', 'Example', 'u1']) expect(all).not.toContain(forbidden)
  })

  it('hold no name of a home folder on Windows, whose backslashes are doubled in JSON', () => {
    const [about] = collect(String.raw`C:\Users\anna`, String.raw`C:\Users\anna\AppData\Roaming\Parley`).files
    expect(JSON.parse(about?.text ?? '')).toMatchObject({ dataFolder: String.raw`~\AppData\Roaming\Parley` })
  })

  it('are saved as they were shown', async () => {
    const { desk: opened, revealed } = desk(folder)
    const shown = opened.collect()
    expect(await opened.save()).toBe('saved')
    const path = join(folder, 'parley-diagnostics-2026-11-25.zip')
    expect(revealed).toEqual([path])
    const inside = Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => ({ name, text: new TextDecoder().decode(bytes) }))
    expect(inside).toEqual(shown.files)
    expect(readdirSync(folder)).toEqual(['parley-diagnostics-2026-11-25.zip'])
  })

  it('leave no half-written file where the disk refuses', async () => {
    const { desk: opened, logged, revealed } = desk(join(folder, 'not-there'))
    expect(await opened.save()).toBe('failed')
    expect(logged).toEqual(['diagnostics'])
    expect(revealed).toEqual([])
    expect(existsSync(join(folder, 'not-there'))).toBe(false)
  })

  it('stay where they are when the person cancels', async () => {
    expect(await desk(null).desk.save()).toBe('cancelled')
  })
})

it('counts and removes crash reports, and nothing else of their folder', () => {
  mkdirSync(join(folder, 'completed'))
  writeFileSync(join(folder, 'completed/one.dmp'), 'x'.repeat(10))
  writeFileSync(join(folder, 'completed/one.meta'), 'x')
  writeFileSync(join(folder, 'settings.dat'), 'x')
  const { desk: opened } = desk(null)
  expect(opened.crashReports()).toEqual({ count: 1, size: 10, folder, isSending: false })
  expect(opened.removeCrashReports()).toMatchObject({ count: 0, size: 0 })
  expect(readdirSync(folder).sort()).toEqual(['completed', 'settings.dat'])
  expect(readdirSync(join(folder, 'completed'))).toEqual([])
})
