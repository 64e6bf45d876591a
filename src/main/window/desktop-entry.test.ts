import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { desktopId, linkEntry } from './desktop-entry'

it('is called by one name: of the windows, of the entry, of the application', () => {
  const about = z.object({ desktopName: z.string() }).parse(JSON.parse(readFileSync(resolve('package.json'), 'utf8')))
  const builder = readFileSync(resolve('electron-builder.yml'), 'utf8')
  expect(about.desktopName).toBe(`${desktopId}.desktop`)
  expect(builder).toContain(`\nappId: ${desktopId}\n`)
  expect(builder).toContain('\n  syncDesktopName: true\n')
  expect(linkEntry(['/opt/Parley/parley'])).toContain(`\nStartupWMClass=${desktopId}\n`)
})
