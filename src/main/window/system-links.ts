import { app } from 'electron'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { RunCommand } from '../secrets/secret-service'
import { desktopId } from './desktop-entry'
import { isSystemPackage } from './system-package'
import { startCommand } from './start-command'
import { linkHandler, linuxLinks, type LinkHandler, type LinkTable } from './link-handler'

const scheme = 'parley'

/** The links of this system; see `linkHandler`. */
export function systemLinks(run: RunCommand): LinkHandler {
  return linkHandler(process.platform === 'linux' ? linuxLinks({ run, command: startCommand(), entryPath: entryPath() }) : ownTable())
}

/** Where the person's own entry is; a deb or rpm brings one for everybody. */
function entryPath(): string | null {
  if (isSystemPackage(process.execPath)) return null
  const folder = process.env['XDG_DATA_HOME'] ?? ''
  return join(isAbsolute(folder) ? folder : join(homedir(), '.local/share'), `applications/${desktopId}.desktop`)
}

/** Windows and macOS, where Electron speaks to the system. */
function ownTable(): LinkTable {
  const [program, ...parameters] = startCommand()
  return {
    status: async () => {
      if (app.isDefaultProtocolClient(scheme, program, parameters)) return 'ours'
      const address = `${scheme}://`
      if (app.getApplicationNameForProtocol(address) === '') return 'none'
      // Electron looks among the person's own entries alone; an installer for everybody writes elsewhere.
      const holder = await app.getApplicationInfoForProtocol(address).catch(() => null)
      return holder?.path.toLowerCase() === process.execPath.toLowerCase() ? 'ours' : 'other'
    },
    take: () =>
      app.setAsDefaultProtocolClient(scheme, program, parameters) ? Promise.resolve() : Promise.reject(new Error('The system refused')),
    isStale: () => Promise.resolve(false),
  }
}
