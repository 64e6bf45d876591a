import fc from 'fast-check'
import { mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { languages } from '../../contract/languages'
import { optionNames, plainStart, readCommandLine } from './command-line'
import { canBeLocked, profileFolder } from './data-folder'
import { folderRefused, helpText, profileRefused } from './help-text'

describe('readCommandLine', () => {
  it.each([
    [[], {}],
    [['--workspace=https://meet.example.com'], { workspace: 'https://meet.example.com' }],
    [['--workspace=anna@example.com'], { workspace: 'anna@example.com' }],
    [['--user-data-dir=/tmp/a b'], { userDataFolder: '/tmp/a b' }],
    [['--user-data-dir=a=b'], { userDataFolder: 'a=b' }],
    [['--lang=fr'], { language: 'fr' }],
    [['--lang=de-AT'], { language: 'de' }],
    [['--lang=fr', '--lang=ja'], { language: 'ja' }],
    [['--hidden', '--sample'], { hidden: true, sample: true }],
    [['--version'], { prints: 'version' }],
    [['--help'], { prints: 'help' }],
    [['parley://settings/about'], { link: { kind: 'page', destination: { page: 'settings.about' } } }],
    [['--hidden', 'PARLEY://home'], { hidden: true, link: { kind: 'page', destination: { page: 'home' } } }],
    [['parley://nowhere'], { link: { kind: 'unknown' } }],
    [['--', 'parley://home'], { link: { kind: 'page', destination: { page: 'home' } } }],
  ])('%j', (args, asked) => {
    expect(readCommandLine(args)).toEqual({ ...plainStart, ...asked })
  })

  it.each([
    [['/opt/parley/app', '--no-sandbox', '--inspect=0', '--toString', '--__proto__=x', '-v', '-h', 'file:///etc/passwd', 'https://example.com']],
    [['--hiddenly', '--HELP', '--langs=fr', '--workspaces', '--constructor']],
    // What follows a link, or the end of the options, is none.
    [['--', '--hidden', '--version']],
  ])('leaves alone what is not Parley’s: %j', (args) => {
    expect(readCommandLine(args)).toEqual(plainStart)
  })

  it.each([
    ['--workspace', 'value-missing'],
    ['--workspace=', 'value-missing'],
    ['--workspace= ', 'value-missing'],
    ['--workspace=https://a.example.com/\u0007', 'value-wrong'],
    [`--workspace=https://${'a'.repeat(2_000)}`, 'value-wrong'],
    ['--user-data-dir=', 'value-missing'],
    ['--user-data-dir=a\u001b[2J', 'value-wrong'],
    ['--lang', 'value-missing'],
    ['--lang=xx', 'value-wrong'],
    ['--lang=../../etc/passwd', 'value-wrong'],
    ['--hidden=false', 'value-unwanted'],
    ['--version=1', 'value-unwanted'],
  ])('refuses %j by name, and follows the others', (argument, problem) => {
    const read = readCommandLine([argument, '--sample'])
    expect(read).toEqual({ ...plainStart, sample: true, problems: [{ option: /^--([a-z-]+)/.exec(argument)?.[1], problem }] })
  })

  it('takes no option from behind a link, whose maker may have made that too', () => {
    const read = readCommandLine(['parley://home', '--workspace=https://evil.example.com', '--user-data-dir=/tmp/x', '--help'])
    expect(read).toEqual({ ...plainStart, link: { kind: 'page', destination: { page: 'home' } } })
  })

  it('never throws, and never takes what has control characters', () => {
    const argument = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...optionNames).map((name) => `--${name}`))
    fc.assert(
      fc.property(fc.array(fc.tuple(argument, fc.string({ unit: 'binary' })).map(([name, value]) => `${name}=${value}`)), (args) => {
        const { workspace, userDataFolder } = readCommandLine(args)
        expect(`${workspace ?? ''}${userDataFolder ?? ''}`).not.toMatch(/\p{Cc}/u)
      }),
      { numRuns: 30 },
    )
  })
})

describe('helpText', () => {
  it.each(languages)('tells of every option in %s', (language) => {
    const text = helpText(language)
    for (const name of optionNames) expect(text).toContain(`--${name}`)
    expect(text).toContain('--workspace=URL')
    expect(text).toContain('en, fr, de, es, ja, ar')
    expect(text).not.toContain('{{')
    for (const refused of [folderRefused, profileRefused]) expect(refused(language, '/a $& b')).toContain('"/a $& b"')
  })
})

describe('profileFolder', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'profile-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('makes a folder for its owner alone', () => {
    const path = join(folder, 'a/b')
    expect(profileFolder(path)).toBe(path)
    expect(statSync(path).mode & 0o777).toBe(0o700)
  })

  it('refuses what is no folder', () => {
    const path = join(folder, 'file')
    writeFileSync(path, '')
    expect(profileFolder(path)).toBeNull()
    expect(profileFolder(join(path, 'under'))).toBeNull()
  })

  it.each(['linux', 'win32'] as const)('is tried for a lock that nothing is left of (%s)', (platform) => {
    expect(canBeLocked(join(folder, 'a/b'), platform)).toBe(true)
    expect(readdirSync(join(folder, 'a/b'))).toEqual([])
    // A trial that was ended in its midst, by a process whose number is ours now.
    symlinkSync('trial', join(folder, `a/b/.trial-${String(process.pid)}`))
    expect(canBeLocked(join(folder, 'a/b'), platform)).toBe(true)
    expect(readdirSync(join(folder, 'a/b'))).toEqual([])
    writeFileSync(join(folder, 'file'), '')
    expect(canBeLocked(join(folder, 'file'), platform)).toBe(false)
  })
})
