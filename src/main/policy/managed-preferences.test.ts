import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandResult, RunCommand } from '../secrets/secret-service'
import { readManagedPreferences } from './managed-preferences'
import { parsePlist } from './plist'
import { readPolicy } from './read-policy'

/** As `plutil -convert xml1 -o - FILE` prints it. */
const plist = (inner: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
${inner}
</plist>
`

describe('a property list', () => {
  it('gives every kind of value', () => {
    const text = plist(`<dict>
	<key>a &amp; b</key>
	<string>&lt;“é”&#x1F600;&#33;&gt; &unknown;</string>
	<key>empty</key><string></string>
	<key>none</key><string/>
	<key>number</key><integer>-3</integer>
	<key>real</key><real>1.5</real>
	<key>yes</key><true/>
	<key>no</key><false/>
	<!-- <key>left out</key> -->
	<key>list</key>
	<array>
		<string> two words </string>
		<array/>
		<dict/>
		<dict><key>in</key><true/></dict>
	</array>
	<key>when</key><date>2026-11-26T00:00:00Z</date>
	<key>__proto__</key><true/>
</dict>`)
    expect(parsePlist(text)).toEqual({
      'a & b': '<“é”😀!> &unknown;',
      empty: '',
      none: '',
      number: -3,
      real: 1.5,
      yes: true,
      no: false,
      list: [' two words ', [], {}, { in: true }],
      when: '2026-11-26T00:00:00Z',
      ['__proto__']: true,
    })
  })

  it.each([[''], ['{}'], ['bplist00'], [plist('')], [plist('<dict>')], [plist('<dict><true/></dict>')], [plist('<dict><key>a</key></dict>')], [plist('<string>a</dict>')]])(
    'that is none is refused: %j',
    (text) => expect(() => parsePlist(text)).toThrow(),
  )
})

describe.skipIf(process.platform === 'win32')('managed preferences', () => {
  let folder = ''
  let path = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-preferences-'))
    chmodSync(folder, 0o755)
    path = join(folder, 'app.parley.Parley.plist')
    writeFileSync(path, 'bplist00', { mode: 0o644 })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const printing = (output: string, status = 0): RunCommand => () => Promise.resolve<CommandResult>({ outcome: 'ended', status, output })
  const read = (run: RunCommand) => readManagedPreferences({ run, path, owner: process.getuid?.() ?? 0, trusted: tmpdir() })
  const refused = (problem: string) => ({ values: new Map(), problems: [{ entry: null, problem, source: path }] })
  /** It is a mistake to look into what anybody can have written. */
  const unasked: RunCommand = () => Promise.reject(new Error('asked'))

  it('are entries by dotted name or in groups; wrong ones are reported, and what the profile says of itself is none', async () => {
    const { values, problems } = await read(
      printing(
        plist(`<dict>
  <key>theme</key><string>dark</string>
  <key>appearance</key><dict><key>zoom</key><integer>150</integer></dict>
  <key>general.startAtLogin</key><date>2026-11-26T00:00:00Z</date>
  <key>language</key><data>AAAA</data>
  <key>PayloadUUID</key><string>4A6B</string>
  <key>advanced.hardwareAcceleration</key><false/>
</dict>`),
      ),
    )
    expect(Object.fromEntries(values)).toEqual({ theme: 'dark', 'appearance.zoom': 150, 'advanced.hardwareAcceleration': false })
    expect(problems.map(({ entry, problem }) => [entry, problem])).toEqual([
      ['general.startAtLogin', 'wrong-value'],
      ['language', 'wrong-value'],
    ])
  })

  it('that are no property list, or that plutil can’t read, are reported', async () => {
    expect(await read(printing(plist('<array/>')))).toEqual(refused('not-readable'))
    expect(await read(printing('nothing of the kind'))).toEqual(refused('not-readable'))
    expect(await read(printing('', 1))).toEqual(refused('not-readable'))
    expect(await read(() => Promise.resolve({ outcome: 'too-slow' }))).toEqual(refused('not-readable'))
  })

  it('that are not there are no policy', async () => {
    rmSync(path)
    expect(await read(unasked)).toEqual({ values: new Map(), problems: [] })
  })

  it('that people can write, or that are somebody’s own, are not the administrator’s, and not even read', async () => {
    chmodSync(path, 0o664)
    expect(await read(unasked)).toEqual(refused('not-trusted'))
    chmodSync(path, 0o644)
    const mine = { run: unasked, path, owner: (process.getuid?.() ?? 0) + 1, trusted: tmpdir() }
    expect(await readManagedPreferences(mine)).toEqual(refused('not-trusted'))
    chmodSync(folder, 0o777)
    expect(await read(unasked)).toEqual(refused('not-trusted'))
  })

  it('that are a link into somebody’s own preferences are not read', async () => {
    const own = join(folder, 'own.plist')
    writeFileSync(own, 'bplist00')
    rmSync(path)
    symlinkSync(own, path)
    expect(await read(unasked)).toEqual(refused('not-trusted'))
  })

  // On Linux there is no such folder, so that nothing may be asked at all: no `defaults`, no file of the person's.
  it.skipIf(process.platform === 'darwin')('are all that counts on macOS', async () => {
    expect(await readPolicy({ platform: 'darwin', run: unasked, windowsFolder: '' })).toEqual({ values: new Map(), problems: [] })
  })
})
