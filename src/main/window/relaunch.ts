import { app } from 'electron'
import { argumentsAgain } from './arguments-again'

/** Ends Parley and starts it again. */
export function relaunch(): void {
  const args = argumentsAgain(process.argv.slice(1))
  // An AppImage is mounted anew for each run; its own file is what starts it again.
  const appImage = process.env['APPIMAGE']
  app.relaunch({ args, ...(app.isPackaged && appImage !== undefined ? { execPath: appImage } : {}) })
  app.quit()
}
