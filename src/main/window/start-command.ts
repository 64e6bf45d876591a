import { app } from 'electron'
import type { StartCommand } from './desktop-entry'

/** What starts Parley again. An AppImage is mounted anew for each run; its own file is what does it. */
export function startCommand(): StartCommand {
  return app.isPackaged ? [process.env['APPIMAGE'] ?? process.execPath] : [process.execPath, app.getAppPath()]
}
