import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tryFolder } from './try-folder'

it('tells whether a folder takes files, and leaves nothing there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-folder-'))
  try {
    expect(await tryFolder(folder)).toBe('writable')
    expect(readdirSync(folder)).toEqual([])
    writeFileSync(join(folder, 'file'), '')
    expect(await tryFolder(join(folder, 'file'))).toBe('refused')
    expect(await tryFolder(join(folder, 'gone'))).toBe('refused')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
