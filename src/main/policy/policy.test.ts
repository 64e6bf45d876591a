import fc from 'fast-check'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { policyEntries, policyJsonSchema } from '../../contract/policy'
import { defaultSettings } from '../../contract/settings'
import type { RunCommand } from '../secrets/secret-service'
import { applyPolicy, touchesPolicy } from './apply'
import { parsePolicy, parsePolicyText } from './parse'
import { readPolicyFile } from './policy-file'
import { readPolicy } from './read-policy'
import { parseRegistry } from './registry'

describe('a policy', () => {
  it('is read entry by entry: a wrong or unknown one is reported, the others hold', () => {
    const { values, problems } = parsePolicy({ theme: 'dark', language: 'klingon', colour: 'red', $schema: './policy.schema.json' }, 'file')
    expect([...values]).toEqual([['theme', 'dark']])
    expect(problems).toEqual([
      { entry: 'language', problem: 'wrong-value', source: 'file' },
      { entry: 'colour', problem: 'unknown-entry', source: 'file' },
    ])
  })

  it.each([['{"theme":'], ['[]'], ['"dark"'], ['null'], ['']])('that is not an object is reported: %s', (text) => {
    expect(parsePolicyText(text, 'file')).toEqual({ values: new Map(), problems: [{ entry: null, problem: 'not-json', source: 'file' }] })
  })

  it('is never fatal, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const { values } = parsePolicyText(text, 'file')
        applyPolicy(defaultSettings, { values })
      }),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...policyEntries.keys(), 'other'), fc.anything()), (entries) => {
        applyPolicy(defaultSettings, parsePolicy(entries, 'file'))
      }),
    )
  })

  it('wins over what a person chose', () => {
    const policy = parsePolicy({ theme: 'dark' }, 'file')
    expect(applyPolicy({ ...defaultSettings, theme: 'light' }, policy)).toEqual({ ...defaultSettings, theme: 'dark' })
    expect(touchesPolicy({ theme: 'light' }, policy)).toBe(true)
    expect(touchesPolicy({ theme: undefined, language: 'fr' }, policy)).toBe(false)
  })

  // `npm test -- --only=unit src/main/policy -u` writes it anew.
  it('has a published schema that is up to date', async () => {
    await expect(`${JSON.stringify(policyJsonSchema(), null, 2)}\n`).toMatchFileSnapshot('../../../docs/policy.schema.json')
  })

  it('has every entry in the document, and no other', () => {
    const text = readFileSync(new URL('../../../docs/policy.md', import.meta.url), 'utf8')
    const rows = text.split('\n').filter((line) => line.startsWith('| `') && line.split('|').length === 6)
    const named = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([\w.]+)`/g)].map(([, name]) => name))
    expect(named.sort()).toEqual([...policyEntries.keys()].sort())
  })
})

describe.skipIf(process.platform === 'win32')('the policy file', () => {
  let folder: string
  let path: string
  const me = process.getuid?.() ?? 0
  const read = () => readPolicyFile(path, me, tmpdir())
  const refused = (problem: string) => ({ values: new Map(), problems: [{ entry: null, problem, source: path }] })
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-policy-'))
    chmodSync(folder, 0o755)
    path = join(folder, 'policy.json')
    writeFileSync(path, '{"theme":"dark"}', { mode: 0o644 })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('counts when it is the administrator’s', () => {
    expect([...read().values]).toEqual([['theme', 'dark']])
  })

  it.each([[0o664], [0o646], [0o666]])('that others may write to (%o) is refused', (mode) => {
    chmodSync(path, mode)
    expect(read()).toEqual(refused('not-trusted'))
  })

  it('of somebody else is refused', () => {
    expect(readPolicyFile(path, me + 1, tmpdir())).toEqual(refused('not-trusted'))
  })

  it('that is a link is refused', () => {
    const target = join(folder, 'target.json')
    writeFileSync(target, '{"theme":"dark"}', { mode: 0o644 })
    rmSync(path)
    symlinkSync(target, path)
    expect(read()).toEqual(refused('not-trusted'))
  })

  it('in a folder that others may write to is refused', () => {
    chmodSync(folder, 0o777)
    expect(read()).toEqual(refused('not-trusted'))
  })

  it('in a folder that is a link is refused', () => {
    const real = join(folder, 'real')
    mkdirSync(real, { mode: 0o755 })
    writeFileSync(join(real, 'policy.json'), '{}', { mode: 0o644 })
    symlinkSync(real, join(folder, 'link'))
    path = join(folder, 'link/policy.json')
    expect(read()).toEqual(refused('not-trusted'))
  })

  it('that is a folder is refused', () => {
    rmSync(path)
    mkdirSync(path)
    expect(read()).toEqual(refused('not-trusted'))
  })

  it('that is not there is no policy', () => {
    rmSync(path)
    expect(read()).toEqual({ values: new Map(), problems: [] })
  })

  it('with a byte order mark is read', () => {
    writeFileSync(path, '\uFEFF{"theme":"light"}', { mode: 0o644 })
    expect([...read().values]).toEqual([['theme', 'light']])
  })
})

describe('the registry', () => {
  it('gives texts, numbers and switches', () => {
    const output = [
      '',
      'HKEY_LOCAL_MACHINE\\Software\\Policies\\Parley',
      '    theme    REG_SZ    dark',
      '    language    REG_SZ    fr',
      '    unknown    REG_DWORD    0x1',
      '',
      'End of search: 3 match(es) found.',
    ].join('\r\n')
    const { values, problems } = parseRegistry(output)
    expect(Object.fromEntries(values)).toEqual({ theme: 'dark', language: 'fr' })
    expect(problems.map(({ entry }) => entry)).toEqual(['unknown'])
  })

  it('without the key is no policy', () => {
    expect(parseRegistry(null)).toEqual({ values: new Map(), problems: [] })
  })

  it('is asked by the whole path of its program', async () => {
    const asked: string[] = []
    const run: RunCommand = (program, args) => {
      asked.push([program, ...args].join(' '))
      return Promise.resolve({ outcome: 'ended', status: 1, output: '' })
    }
    await readPolicy({ platform: 'win32', run, windowsFolder: 'C:\\Windows' })
    expect(asked).toEqual(['C:\\Windows\\System32\\reg.exe query HKLM\\Software\\Policies\\Parley /s'])
  })
})
