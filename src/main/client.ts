import { app, clipboard, powerMonitor, shell, utilityProcess, type BrowserWindow } from 'electron'
import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { HelpTopic } from '../contract/channels'
import type { Destination } from '../contract/routes'
import { desktopClientId } from '../contract/web-api'
import { discoverIdentityProvider } from './account/identity-provider'
import { openSession } from './account/session'
import { holdAppState } from './app-state'
import { now, setTimer } from './clock'
import { requestWords } from './console/administrator-request'
import { openUserManagement } from './console/user-management'
import { keepCrashReports, openSystemDiagnostics } from './diagnostics/system-diagnostics'
import { appInfo, requestHandlers } from './handlers'
import { helpAddress } from './help-addresses'
import { mainWords } from './i18n/words'
import type { Answer } from './ipc/gate'
import { answerRequests, sendEvent } from './ipc/registrar'
import { openSystemLog } from './log/system-log'
import { runCommand } from './secrets/run-command'
import { openSystemKeychain } from './secrets/system-keychain'
import { settingsChanges } from './settings/changes'
import { openSystemNetwork } from './network/system-network'
import { openMemory } from './settings/memory'
import { openFiles } from './settings/open-files'
import { openSettings } from './settings/preferences'
import { manageSettings } from './policy/managed-settings'
import { readPolicy } from './policy/read-policy'
import { openAccountMeetings } from './meetings/account-meetings'
import { startLater } from './start-later'
import type { LinkRequest } from './window/deep-links'
import { openDesktop } from './window/desktop'
import { followLinks, manageWindow, quitCleanly } from './window/lifecycle'
import { bringToFront } from './window/main-window'
import { setMenu } from './window/menu'
import { windowPlaces } from './window/window-places'
import { checkOutsideAddress } from './window/outside'
import { parleyWorkspace } from './workspace/parley/parley-workspace'
import { readAccountWith } from './workspace/read-account'
import { openTurnstile } from './workspace/turnstile'
import type { TokenSource } from './workspace/workspace'
import { forkWorkspace } from './workspace/utility-process'
import { watchWorkspace } from './workspace/watch'

/** How long a sign-in or a refresh waits for the workspace to come up, in milliseconds. */
const workspacePatience = 20_000

interface ClientOptions {
  window: BrowserWindow
  /** Absolute path of main's built files. */
  output: string
  /** The deep link of this start. */
  link: LinkRequest
}

/**
 * Puts the client together. Every effect on the computer is named here and handed down.
 *
 * @returns What answers the page's requests.
 */
export function startClient({ window, output, link }: ClientOptions): Answer {
  const contents = () => (window.isDestroyed() ? null : window.webContents)

  // What is written down
  const log = openSystemLog()

  // What is kept between runs
  const folder = app.getPath('userData')
  const settings = openSettings(folder, () => new Date())
  const memory = openMemory(folder, () => new Date())

  // What the administrator has decided
  const managed = manageSettings({
    chosen: () => settings.read(),
    policy: readPolicy({ platform: process.platform, run: runCommand, windowsFolder: process.env['SystemRoot'] ?? 'C:\\Windows' }),
    onChange: () => applySettings(),
    log,
  })

  // What the page is told
  const state = holdAppState({
    settings: managed.read(),
    policy: managed.policy(),
    session: { state: 'signed-out', problem: null },
    systemLanguages: app.getPreferredSystemLanguages(),
    onChange: (next) => sendEvent(contents(), 'state.changed', next),
  })

  // Its place on the desktop
  const desktop = openDesktop({
    window,
    run: runCommand,
    state: () => state.get(),
    setHidingPlace: state.setHidingPlace,
    told: { get: () => memory.read().toldOfHiding, set: (toldOfHiding) => memory.change({ toldOfHiding }) },
    setTimer,
    onError: log.error,
  })

  // The workspace on this computer
  const workspace = watchWorkspace({
    fork: forkWorkspace(
      {
        fork: (modulePath, parameters, options) => utilityProcess.fork(modulePath, parameters, options),
        modulePath: join(output, 'workspace.js'),
        dataFolder: join(folder, 'workspace'),
        consoleFolder: join(output, '../console'),
        sample: app.commandLine.hasSwitch('sample'),
        onLine: (line) => {
          log.line('workspace', line)
          if (process.env['PARLEY_LOG'] === '1') process.stderr.write(`${line}\n`)
        },
        onSampleAdministrator: ({ email, password }) =>
          say(`Sample company's administrator, made now and shown once: ${email} / ${password}`),
      },
      (pid, signal) => process.kill(pid, signal),
    ),
    port: { get: () => memory.read().workspacePort, set: (workspacePort) => memory.change({ workspacePort }) },
    now,
    setTimer,
    onStatus: (status) => {
      state.setWorkspace(status)
      log.note('workspace', { state: status.state })
      if (status.state !== 'ready') return
      if (process.env['PARLEY_PRINT_ADDRESS'] === '1') say(`Parley workspace: ${status.address}`)
      void session.recheck().then(() => meetings.desks.retry())
    },
  })

  // What leaves Parley
  const openOutside = async (address: string): Promise<void> => {
    const checked = checkOutsideAddress(address, workspace.address())
    if (checked === null) throw new Error('An address that must not be opened')
    await shell.openExternal(checked)
  }
  const openHelp = (topic: HelpTopic): void => {
    const address = helpAddress(topic, workspace.address())
    if (address !== null) openOutside(address).catch((error: unknown) => log.error(`help ${topic}`, error))
  }

  // Who is signed in
  const turnstile = openTurnstile({ now, random: Math.random })
  const openWorkspace = (tokens: TokenSource) =>
    parleyWorkspace({ address: workspace.address, lastAddress: workspace.lastAddress, whenUp: workspace.whenUp, fetch, tokens, turnstile, now })
  const secrets = openSystemKeychain({ workspaceKind: 'this-computer', userDataFolder: folder })
  secrets.onState(state.setKeychain)
  const session = openSession({
    workspaceAddress: () => workspace.whenReady(workspacePatience),
    discover: (address) => discoverIdentityProvider(address, { clientId: desktopClientId, fetch, now }),
    readAccount: readAccountWith(openWorkspace),
    secrets,
    remembered: { get: () => memory.read().account, set: (account) => memory.change({ account }) },
    openBrowser: openOutside,
    bringToFront: () => bringToFront(window),
    language: () => state.get().language,
    computerName: hostname,
    now,
    random: () => randomBytes(32).toString('base64url'),
    setTimer,
    onChange: (next) => {
      if (next.state !== state.get().session.state) log.note('session', { state: next.state })
      state.setSession(next)
      desktop.apply()
    },
    onSignedOut: ({ id }) => {
      memory.change({ figures: {} })
      meetings.desks.forget(id).catch((error: unknown) => log.error('cache', error))
    },
  })
  state.setSession(session.get())

  // The way to the console
  const here = openWorkspace(session)
  const userManagement = openUserManagement({
    session: session.get,
    workspace: () => here,
    figures: {
      get: (accountId) => memory.read().figures[accountId] ?? null,
      set: (accountId, figures) => memory.change({ figures: { [accountId]: figures } }),
    },
    openOutside,
    copyText: (text) => clipboard.writeText(text),
    words: () => requestWords(state.get().language),
    now,
  })

  // Meetings and contacts
  const meetings = openAccountMeetings({
    window, folder, session, memory, now, setTimer,
    workspace: here,
    openOutside,
    language: () => state.get().language,
    state: () => state.get(),
    goTo: (destination) => goTo(destination),
    log: log.error,
  })

  // What helps to find a problem
  const diagnostics = openSystemDiagnostics({ window, info: appInfo, state: () => state.get(), log })

  // The way to servers
  const network = openSystemNetwork({
    window, folder, memory, now, log: log.error,
    settings: () => managed.read().network,
    setAuthorities: (authorities) => changes.setAuthorities(authorities),
    onState: state.setNetwork,
    onMended: () => void session.recheck(),
  })

  // What the page can ask for
  const goTo = (destination: Destination): void => sendEvent(contents(), 'page.requested', destination)
  const showMenu = (): void =>
    setMenu({
      platform: process.platform,
      words: mainWords(state.get().language).menu,
      shortcuts: desktop.shortcuts,
      goTo: (page) => goTo({ page }),
      openHelp,
      zoom: (step) => changes.zoom(step),
    })
  const applySettings = (): void => {
    state.setSettings(managed.read(), managed.policy())
    desktop.apply()
    network.apply()
    meetings.notifications.look()
    showMenu()
  }
  const changes = settingsChanges({ file: settings, managed, apply: applySettings })

  // The window
  const follow = (request: LinkRequest): void => {
    if (request.kind === 'page') goTo(request.destination)
    if (request.kind === 'unknown') state.addNotice({ kind: 'unknown-link' })
  }
  if (link.kind === 'unknown') follow(link)
  const background = startLater({
    work: () => {
      workspace.start()
      void session.connect()
      showMenu()
      desktop.settle().catch((error: unknown) => log.error('desktop', error))
      // A migration may have changed what is shown.
      openFiles([settings, memory], state.addNotice)
        .then(applySettings)
        .catch((error: unknown) => log.error('settings', error))
      void log.open()
      keepCrashReports()
      meetings.notifications.start()
    },
    setTimer,
  })
  followLinks(window, follow)
  manageWindow({
    window,
    places: windowPlaces(memory),
    hidden: desktop.hidden,
    onFocused: () => {
      sendEvent(contents(), 'window.focused', undefined)
      void session.recheck()
      meetings.desks.lookAgain()
    },
  })
  powerMonitor.on('resume', () => void session.recheck())
  quitCleanly(async () => {
    await meetings.close()
    session.stop()
    await Promise.all([workspace.stop(), settings.open(), memory.open()])
    log.note('ended')
    await log.close()
    // A thread that hangs in an unanswered keychain prompt would keep the process for ever.
    if (secrets.isStuck()) process.kill(process.pid, 'SIGKILL')
  })

  return answerRequests({
    handlers: requestHandlers({
      firstScreenPainted: background.painted,
      state,
      changeSettings: changes.change,
      session, workspace, userManagement, openHelp, diagnostics, network, meetings,
      keychain: () => ({ session, secrets }),
      shortcuts: desktop.shortcuts,
    }),
    mainContents: contents,
    onRequest: background.heard,
    log: log.error,
  })
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
