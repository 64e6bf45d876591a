import { app, Menu, session, systemPreferences } from 'electron'
import { join, resolve } from 'node:path'
import type * as Client from './client'
import { openChannels } from './ipc/gate'
import { registerAppScheme, serveApp } from './window/app-protocol'
import { linkFromArguments, readLink, type LinkRequest } from './window/deep-links'
import { wantsGraphicsCard } from './window/graphics'
import { createMainWindow } from './window/main-window'
import { confineWebContents, limitPermissions } from './window/policy'
import { pagePath } from '../contract/routes'

const output = import.meta.dirname
const devServer = import.meta.env.DEV ? (process.env['ELECTRON_RENDERER_URL'] ?? null) : null

function useDataFolder(): void {
  const folder = app.commandLine.getSwitchValue('user-data-dir')
  if (folder !== '') app.setPath('userData', resolve(folder))
}

/** macOS asks people itself, once for each device, and keeps the answer; elsewhere opening the device tells. */
function askSystem(device: 'camera' | 'microphone'): Promise<boolean> {
  return process.platform === 'darwin' ? systemPreferences.askForMediaAccess(device) : Promise.resolve(true)
}

/** Makes the window before the rest is put together: its process starts and its page loads meanwhile. */
function openClient(link: LinkRequest, hardwareAcceleration: boolean, client: Promise<typeof Client>): void {
  limitPermissions(session.defaultSession, askSystem)
  session.defaultSession.setSpellCheckerEnabled(false)
  serveApp({ folder: join(output, '../renderer'), devServer })
  const window = createMainWindow({
    preload: join(output, '../preload/preload.cjs'),
    path: link.kind === 'page' ? pagePath(link.destination) : null,
    title: app.name,
  })
  openChannels(client.then(({ startClient }) => startClient({ window, output, link, hardwareAcceleration })))
}

// The client's own menu comes after the first paint; Electron's default one, with developer tools, never does.
Menu.setApplicationMenu(null)
registerAppScheme()
useDataFolder()
if (app.requestSingleInstanceLock()) {
  confineWebContents(app)
  const hardwareAcceleration = wantsGraphicsCard(app.getPath('userData'))
  if (!hardwareAcceleration) app.disableHardwareAcceleration()
  // macOS hands the link of a cold start over before `ready`.
  let link = linkFromArguments(process.argv.slice(1))
  app.once('open-url', (event, address) => {
    event.preventDefault()
    link = readLink(address)
  })
  // Read and compiled while Electron itself gets ready.
  const client = import('./client')
  void app.whenReady().then(() => openClient(link, hardwareAcceleration, client))
} else {
  app.quit()
}
