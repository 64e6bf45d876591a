import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandResult } from '../secrets/secret-service'
import { linkEntry } from './desktop-entry'
import { linkHandler, linuxLinks } from './link-handler'

describe('the entry for links', () => {
  it('is read by programs that know no quotes, where that is possible', () => {
    expect(linkEntry(['/home/anna/Parley-0.2.0.AppImage'])).toContain('\nExec=/home/anna/Parley-0.2.0.AppImage %u\n')
    expect(linkEntry(['/opt/electron', '/home/anna/my code'])).toContain('\nExec=/opt/electron "/home/anna/my code" %u\n')
    expect(linkEntry(['/home/anna/100%/$HOME'])).toContain('\nExec="/home/anna/100%%/\\\\$HOME" %u\n')
  })
})

describe('who opens links, on Linux', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'links-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  /** A system whose table names this entry. */
  function system(answer: string, program = '/home/anna/Parley.AppImage', entryPath: string | null = join(folder, 'applications/app.parley.Parley.desktop')) {
    const asked: string[] = []
    let present = answer
    const table = linuxLinks({
      run: async (command, parameters): Promise<CommandResult> => {
        asked.push([command, ...parameters].join(' '))
        if (present === 'absent') return { outcome: 'absent' }
        if (parameters[0] === 'default') present = parameters[1] ?? ''
        return { outcome: 'ended', status: 0, output: `${present}\n` }
      },
      command: [program],
      entryPath,
    })
    return { handler: linkHandler(table), asked, entry: () => readFileSync(join(folder, 'applications/app.parley.Parley.desktop'), 'utf8') }
  }

  it.each([
    ['app.parley.Parley.desktop', 'ours'],
    ['another.desktop', 'other'],
    ['', 'none'],
    ['absent', 'unknown'],
  ])('table says %j: %s', async (answer, status) => {
    expect(await system(answer).handler.status()).toBe(status)
  })

  it('takes them at the start where nobody has them', async () => {
    const { handler, entry } = system('')
    await handler.settle()
    expect(entry()).toContain('Exec=/home/anna/Parley.AppImage %u')
    expect(await handler.status()).toBe('ours')
  })

  it('leaves them to another program until it is asked', async () => {
    const { handler, asked, entry } = system('another.desktop')
    await handler.settle()
    expect(asked).toEqual(['xdg-mime query default x-scheme-handler/parley'])
    expect(await handler.take()).toBe('ours')
    expect(entry()).toContain('MimeType=x-scheme-handler/parley;')
  })

  it('follows a program that was moved, and writes nothing otherwise', async () => {
    await system('').handler.settle()
    const path = join(folder, 'applications/app.parley.Parley.desktop')
    const before = statSync(path).ino
    await system('app.parley.Parley.desktop').handler.settle()
    expect(statSync(path).ino).toBe(before)
    await system('app.parley.Parley.desktop', '/home/anna/bin/Parley.AppImage').handler.settle()
    expect(readFileSync(path, 'utf8')).toContain('Exec=/home/anna/bin/Parley.AppImage %u')
  })

  it('writes no entry beside the one of a package', async () => {
    const { handler, asked, entry } = system('another.desktop', '/opt/Parley/parley', null)
    await handler.take()
    expect(entry).toThrow()
    expect(asked).toContain('xdg-mime default app.parley.Parley.desktop x-scheme-handler/parley')
  })

  it('says that the system refused', async () => {
    await expect(system('absent').handler.take()).rejects.toThrow()
  })
})
