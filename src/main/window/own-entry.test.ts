import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { linkEntry } from './desktop-entry'
import { ownEntry } from './own-entry'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'own-entry-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const entryPath = () => join(folder, 'applications/app.parley.Parley.desktop')
const picturePath = (size: number) => join(folder, `icons/hicolor/${String(size)}x${String(size)}/apps/app.parley.Parley.png`)
const appImage = '/home/anna/Parley.AppImage'

function entry(program = appImage, isForEverybody = false) {
  return ownEntry({
    command: [program],
    dataFolder: folder,
    isForEverybody,
    picture: async (size) => new TextEncoder().encode(`picture of ${String(size)}`),
    now: () => new Date('2030-01-01T00:00:00Z'),
  })
}

it('comes with the pictures that it names, in a theme that desktops then read anew', async () => {
  expect(await entry().isStale()).toBe(false)
  await entry().put()
  expect(readFileSync(entryPath(), 'utf8')).toContain(`\nExec=${appImage} %u\nTryExec=${appImage}\nIcon=app.parley.Parley\n`)
  for (const size of [48, 256]) expect(readFileSync(picturePath(size), 'utf8')).toBe(`picture of ${String(size)}`)
  expect(statSync(join(folder, 'icons/hicolor')).mtime).toEqual(new Date('2030-01-01T00:00:00Z'))
  expect(await entry().isStale()).toBe(false)
})

it('is stale once the program was moved, or where it names a picture that is not there', async () => {
  await entry().put()
  expect(await entry('/home/anna/bin/Parley.AppImage').isStale()).toBe(true)
  writeFileSync(entryPath(), linkEntry([appImage]).replace('Icon=app.parley.Parley', 'Icon=parley'))
  expect(await entry().isStale()).toBe(true)
  await entry().put()
  expect(await entry().isStale()).toBe(false)
})

it('goes with its pictures once a package has brought one for everybody, wherever it led to', async () => {
  await entry().put()
  const packaged = entry('/opt/Parley/parley', true)
  expect(await packaged.isStale()).toBe(true)
  await packaged.put()
  for (const path of [entryPath(), picturePath(48), picturePath(256)]) expect(existsSync(path)).toBe(false)
  expect(await packaged.isStale()).toBe(false)
  await packaged.put()
  expect(existsSync(entryPath())).toBe(false)
})

it('leaves an entry alone that somebody made of the package’s', async () => {
  const own = linkEntry(['/opt/Parley/parley']).replace('Terminal=false', 'Terminal=false\nNoDisplay=true')
  mkdirSync(join(folder, 'applications'))
  writeFileSync(entryPath(), own)
  const packaged = entry('/opt/Parley/parley', true)
  expect(await packaged.isStale()).toBe(false)
  await packaged.put()
  expect(readFileSync(entryPath(), 'utf8')).toBe(own)
})
