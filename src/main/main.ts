import { app, crashReporter, Menu, session, systemPreferences } from 'electron'
import { join } from 'node:path'
import type * as Client from './client'
import { readCommandLine, type CommandLine } from './command-line/command-line'
import { profileFolder } from './command-line/data-folder'
import { openChannels } from './ipc/gate'
import { withPortalKeys } from './shortcuts/desktop-portal'
import { chromiumLanguage, readEarlySettings, type EarlySettings } from './settings/early-settings'
import { registerAppScheme, serveApp } from './window/app-protocol'
import { speakInChromium } from './window/chromium-language'
import { desktopId } from './window/desktop-entry'
import { hearStarts, type LaterStarts } from './window/later-starts'
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
function openClient(line: CommandLine, others: LaterStarts, early: EarlySettings, sendsCrashes: boolean, client: Promise<typeof Client>): void {
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
  openChannels(client.then(({ startClient }) => startClient({ window, output, line, others, early, sendsCrashes })))
}

/**
 * Where crash reports are not sent to. With an address, the reporter is done with a report that is only to be kept; without one it would
 * wait for an address, and be sent once a policy names one.
 */
const unusedAddress = 'https://localhost/'

/**
 * Starts the crash reporter: reports are kept in a folder of this computer. Only processes that start later are covered, so that it is
 * the first thing; where the policy had reports sent at the last start, it is read before anything else, and the window waits for it.
 *
 * @returns Whether they are sent.
 */
function reportCrashes(remembered: string | null): Promise<boolean> | boolean {
  const begin = (address: string | null): boolean => {
    crashReporter.start({ uploadToServer: address !== null, submitURL: address ?? unusedAddress })
    return address !== null
  }
  if (remembered === null) return begin(null)
  return import('./diagnostics/system-crash-address').then(
    async ({ confirmSystemCrashAddress }) => begin(await confirmSystemCrashAddress(remembered)),
    () => begin(null),
  )
}

function start(first: CommandLine): void {
  const early = readEarlySettings(app.getPath('userData'))
  const { hardwareAcceleration, language, crashReportsTo } = early
  const reporting = reportCrashes(crashReportsTo)
  // Windows' taskbar and notifications know the installed program by it.
  if (process.platform === 'win32') app.setAppUserModelId(desktopId)
  confineWebContents(app)
  if (!hardwareAcceleration) app.disableHardwareAcceleration()
  const spoken = chromiumLanguage(first.language ?? language, app.getPreferredSystemLanguages())
  if (spoken !== null) speakInChromium(spoken)
  if (process.platform === 'linux') askForPortalKeys()
  const others = hearStarts(app)
  // Read and compiled while Electron itself gets ready.
  const client = import('./client')
  void Promise.all([reporting, app.whenReady()]).then(([sendsCrashes]) => {
    // macOS hands the link of a cold start over before `ready`.
    const line = { ...first, link: others.takeLink() ?? first.link }
    openClient(line, others, early, sendsCrashes, client)
  })
}

/** Keys that work everywhere, on desktops where no program takes them by itself. */
function askForPortalKeys(): void {
  app.commandLine.appendSwitch('enable-features', withPortalKeys(app.commandLine.getSwitchValue('enable-features')))
}

// The client's own menu comes after the first paint; Electron's default one, with developer tools, never does.
Menu.setApplicationMenu(null)
registerAppScheme()
const args = process.argv.slice(1)
const line = readCommandLine(args)
if (line.prints !== null) void import('./command-line/print').then(({ printAndEnd }) => printAndEnd(line))
else if (!useDataFolder(line)) void import('./command-line/print').then(({ refuseFolder }) => refuseFolder(line))
else if (app.requestSingleInstanceLock({ args })) start(line)
else void import('./command-line/print').then(({ endStart }) => endStart(line))
