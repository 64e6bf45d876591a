import { app } from 'electron'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { RunCommand } from '../secrets/secret-service'
import { linkHandler, linuxLinks, type LinkHandler } from './link-handler'
import { ownEntry } from './own-entry'
import { protocolClientLinks } from './protocol-client'
import { startCommand } from './start-command'
import { isSystemPackage } from './system-package'

/** The links of this system; see `linkHandler`. */
export function systemLinks(run: RunCommand): LinkHandler {
  const command = startCommand()
  if (process.platform !== 'linux') return linkHandler(protocolClientLinks({ app, command, executable: process.execPath }))
  const entry = ownEntry({
    command,
    dataFolder: dataFolder(),
    isForEverybody: isSystemPackage(process.execPath),
    picture: async (size) => (await import('./entry-pictures')).entryPicture(size),
    now: () => new Date(),
  })
  return linkHandler(linuxLinks({ run, entry }))
}

function dataFolder(): string {
  const folder = process.env['XDG_DATA_HOME'] ?? ''
  return isAbsolute(folder) ? folder : join(homedir(), '.local/share')
}
