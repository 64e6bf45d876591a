import { app, crashReporter, Menu, session, systemPreferences } from 'electron'
import { join } from 'node:path'
import type * as Client from './client'
import { readCommandLine, type CommandLine } from './command-line/command-line'
import { profileFolder } from './command-line/data-folder'
import { openChannels } from './ipc/gate'
import { chromiumLanguage, readEarlySettings } from './settings/early-settings'
import { registerAppScheme, serveApp } from './window/app-protocol'
import { speakInChromium } from './window/chromium-language'
import { readLink } from './window/deep-links'
import { desktopId } from './window/desktop-entry'
import { createMainWindow } from './window/main-window'
import { confineWebContents, limitPermissions } from './window/policy'
import { pagePath } from '../contract/routes'

const output = import.meta.dirname
const devServer = import.meta.env.DEV ? (process.env['ELECTRON_RENDERER_URL'] ?? null) : null

/** Takes the folder that the command line names; false where it can't be one: another profile is not what was asked for. */
function useDataFolder({ userDataFolder, problems }: CommandLine): boolean {
  if (problems.some(({ option }) => option === 'user-data-dir')) return false
  if (userDataFolder === null) return true
  const folder = profileFolder(userDataFolder)
  if (folder !== null) app.setPath('userData', folder)
  return folder !== null
}

/** macOS asks people itself, once for each device, and keeps the answer; elsewhere opening the device tells. */
function askSystem(device: 'camera' | 'microphone'): Promise<boolean> {
  return process.platform === 'darwin' ? systemPreferences.askForMediaAccess(device) : Promise.resolve(true)
}

/** Makes the window before the rest is put together: its process starts and its page loads meanwhile. */
function openClient(line: CommandLine, hardwareAcceleration: boolean, client: Promise<typeof Client>): void {
  limitPermissions(session.defaultSession, askSystem)
  // Chromium fetches the dictionaries of its languages at each start, even while it checks nothing: it has none until somebody wants it.
  if (process.platform !== 'darwin') session.defaultSession.setSpellCheckerLanguages([])
  session.defaultSession.setSpellCheckerEnabled(false)
  serveApp({ folder: join(output, '../renderer'), devServer })
  const window = createMainWindow({
    preload: join(output, '../preload/preload.cjs'),
    path: line.link.kind === 'page' ? pagePath(line.link.destination) : null,
    title: app.name,
  })
  openChannels(client.then(({ startClient }) => startClient({ window, output, line, hardwareAcceleration })))
}

function start(first: CommandLine): void {
  // Kept in a folder of this computer: there is no address to send them to. Only processes that start later are covered.
  crashReporter.start({ uploadToServer: false })
  // Windows' taskbar and notifications know the installed program by it.
  if (process.platform === 'win32') app.setAppUserModelId(desktopId)
  confineWebContents(app)
  const { hardwareAcceleration, language } = readEarlySettings(app.getPath('userData'))
  if (!hardwareAcceleration) app.disableHardwareAcceleration()
  const spoken = chromiumLanguage(first.language ?? language, app.getPreferredSystemLanguages())
  if (spoken !== null) speakInChromium(spoken)
  // macOS hands the link of a cold start over before `ready`.
  let line = first
  app.once('open-url', (event, address) => {
    event.preventDefault()
    line = { ...first, link: readLink(address) }
  })
  // Read and compiled while Electron itself gets ready.
  const client = import('./client')
  void app.whenReady().then(() => openClient(line, hardwareAcceleration, client))
}

// The client's own menu comes after the first paint; Electron's default one, with developer tools, never does.
Menu.setApplicationMenu(null)
registerAppScheme()
const args = process.argv.slice(1)
const line = readCommandLine(args)
if (line.prints !== null) void import('./command-line/print').then(({ printAndEnd }) => printAndEnd(line))
else if (!useDataFolder(line)) void import('./command-line/print').then(({ refuseFolder }) => refuseFolder(line))
else if (app.requestSingleInstanceLock({ args })) start(line)
else app.quit()
