import { app } from 'electron'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { RunCommand } from '../secrets/secret-service'
import { desktopId } from './desktop-entry'
import { startCommand } from './start-command'
import { linkHandler, linuxLinks, type LinkHandler, type LinkTable } from './link-handler'

const scheme = 'parley'

/** The links of this system; see `linkHandler`. */
export function systemLinks(run: RunCommand): LinkHandler {
  return linkHandler(process.platform === 'linux' ? linuxLinks({ run, command: startCommand(), entryPath: entryPath() }) : ownTable())
}

/** A deb or rpm brings an entry for everybody. */
function entryPath(): string | null {
  if (app.isPackaged && process.env['APPIMAGE'] === undefined && process.execPath.startsWith('/opt/')) return null
  const folder = process.env['XDG_DATA_HOME'] ?? ''
  return join(isAbsolute(folder) ? folder : join(homedir(), '.local/share'), `applications/${desktopId}.desktop`)
}

/** Windows and macOS, where Electron speaks to the system. */
function ownTable(): LinkTable {
  const [program, ...parameters] = startCommand()
  return {
    status: () => {
      if (app.isDefaultProtocolClient(scheme, program, parameters)) return Promise.resolve('ours')
      return Promise.resolve(app.getApplicationNameForProtocol(`${scheme}://`) === '' ? 'none' : 'other')
    },
    take: () =>
      app.setAsDefaultProtocolClient(scheme, program, parameters) ? Promise.resolve() : Promise.reject(new Error('The system refused')),
    isStale: () => Promise.resolve(false),
  }
}
