import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeLog } from './log'
import { openLogFile, readLogFiles } from './log-file'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const secret = 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6'

function logInto(to: string) {
  const errors: string[] = []
  const log = makeLog({
    openFile: () => openLogFile(to),
    writeError: (line) => errors.push(line),
    now: () => new Date('2026-11-25T10:00:00Z'),
    home: '/home/anna',
  })
  return { log, errors }
}

it('keeps what is noted before the file is open, in its order', async () => {
  const { log } = logInto(join(folder, 'logs'))
  log.note('started', { version: '1.0.0' })
  expect(await log.open()).toBe(true)
  log.note('signed in')
  await log.close()
  const lines = readFileSync(join(folder, 'logs/parley.log'), 'utf8').trim().split('\n').map((line): unknown => JSON.parse(line))
  expect(lines).toEqual([
    { time: '2026-11-25T10:00:00.000Z', level: 'info', what: 'started', version: '1.0.0' },
    { time: '2026-11-25T10:00:00.000Z', level: 'info', what: 'signed in' },
  ])
})

it('writes no secret, to the file or to the standard error', async () => {
  const { log, errors } = logInto(folder)
  await log.open()
  log.error('refresh', new Error(`POST /token?refresh_token=${secret} for anna@example.com`))
  log.note(`opened ${secret}`, { path: `/home/anna/${secret}`, code: secret })
  log.line('workspace', `{"level":30,"msg":"Bearer ${secret}"}`)
  await log.close()
  const all = readFileSync(join(folder, 'parley.log'), 'utf8') + errors.join('')
  expect(all).not.toContain(secret)
  expect(all).not.toContain('anna')
  expect(errors).toHaveLength(1)
})

it.skipIf(process.platform === 'win32')('is readable by its owner alone', async () => {
  const { log } = logInto(join(folder, 'logs'))
  await log.open()
  log.note('started')
  await log.close()
  expect(statSync(join(folder, 'logs')).mode & 0o777).toBe(0o700)
  expect(statSync(join(folder, 'logs/parley.log')).mode & 0o777).toBe(0o600)
})

it('starts a new file at a megabyte and keeps four old ones', async () => {
  const { log } = logInto(folder)
  await log.open()
  const line = 'word '.repeat(200)
  for (let megabyte = 0; megabyte < 7; megabyte += 1) {
    for (let count = 0; count < 1_000; count += 1) log.note(`${String(megabyte)} ${line}`)
  }
  await log.close()
  const files = readLogFiles(folder)
  expect(files.map(({ name }) => name)).toEqual(['parley.log', 'parley.log.1', 'parley.log.2', 'parley.log.3', 'parley.log.4'])
  for (const { text } of files) expect(text.length).toBeLessThan(1_200_000)
})

it('goes on without a file where the disk refuses', async () => {
  writeFileSync(join(folder, 'occupied'), '')
  const { log, errors } = logInto(join(folder, 'occupied'))
  expect(await log.open()).toBe(false)
  log.error('later', new Error('still told'))
  await log.close()
  expect(errors.at(-1)).toContain('still told')
})
