import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isSystemPackage, pictureName } from './system-package'

describe('a package of the system', () => {
  let folder = ''
  let entry = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-package-'))
    entry = join(folder, 'app.parley.Parley.desktop')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it.each([
    ['Exec=/opt/Parley/parley %U', true],
    ['Exec="/opt/Parley/parley" %U', true],
    ['Exec=/opt/Parley/parley', true],
    // An archive beside it.
    ['Exec=/opt/parley-0.2.0/parley %U', false],
    ['Exec=/opt/Parley/parley-old %U', false],
    ['TryExec=/opt/Parley/parley', false],
  ])('is told by the entry for everybody: %s', (line, is) => {
    writeFileSync(entry, `[Desktop Entry]\nName=Parley\n${line}\nTerminal=false\n`)
    expect(isSystemPackage('/opt/Parley/parley', entry)).toBe(is)
    expect(pictureName('/opt/Parley/parley', entry)).toBe(is ? 'parley' : 'app.parley.Parley')
  })

  it('is no archive that was unpacked under /opt', () => {
    expect(isSystemPackage('/opt/Parley/parley', entry)).toBe(false)
  })
})
