import { app } from 'electron'

/** Ends Parley and starts it again, without the link that this start was given. */
export function relaunch(): void {
  const args = process.argv.slice(1).filter((argument) => !/^parley:/i.test(argument))
  // An AppImage is mounted anew for each run; its own file is what starts it again.
  const appImage = process.env['APPIMAGE']
  app.relaunch({ args, ...(app.isPackaged && appImage !== undefined ? { execPath: appImage } : {}) })
  app.quit()
}
