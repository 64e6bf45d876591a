import { app, clipboard, powerMonitor, type BrowserWindow } from 'electron'
import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { Destination } from '../contract/routes'
import { forgetPerson } from './accounts/forget-person'
import { openSystemAccounts } from './accounts/system-accounts'
import { holdAppState } from './app-state'
import { accountOf, isOnline } from './account/session-machine'
import type { CommandLine } from './command-line/command-line'
import { followCommandLines } from './command-line/follow'
import { now, setTimer } from './clock'
import { requestWords } from './console/administrator-request'
import { openUserManagement } from './console/user-management'
import { endings } from './endings'
import { openSystemDiagnostics } from './diagnostics/system-diagnostics'
import { tryFolder } from './disk/try-folder'
import { appInfo, requestHandlers } from './handlers'
import { mainWords } from './i18n/words'
import type { Answer } from './ipc/gate'
import { answerRequests, sendEvent } from './ipc/registrar'
import { openSystemLog } from './log/system-log'
import { runCommand } from './secrets/run-command'
import { keepManagedEarly, type EarlySettings } from './settings/early-settings'
import { settingsChanges } from './settings/changes'
import { clientFetch } from './network/client-fetch'
import { openSystemNetwork } from './network/system-network'
import { openFiles } from './settings/open-files'
import { openSystemSettings } from './settings/system-settings'
import { openAccountMeetings } from './meetings/account-meetings'
import { startLater } from './start-later'
import { openSystemUpdates } from './updates/system-updates'
import { openDesktop } from './window/desktop'
import { followStarts, manageWindow } from './window/lifecycle'
import type { LaterStarts } from './window/later-starts'
import { setMenu } from './window/menu'
import { quitCleanly } from './window/quit-cleanly'
import { windowPlaces } from './window/window-places'
import { wayOut } from './window/way-out'
import { openSystemWorkspace } from './workspace/system-workspace'

interface ClientOptions {
  window: BrowserWindow
  /** Absolute path of main's built files. */
  output: string
  /** The command line of this start. */
  line: CommandLine
  /** The starts beside it. */
  others: LaterStarts
  /** What this start began with. */
  early: EarlySettings
  /** Whether crash reports of this run are sent. */
  sendsCrashes: boolean
}

/**
 * Puts the client together. Every effect on the computer is named here and handed down.
 *
 * @returns What answers the page's requests.
 */
export function startClient({ window, output, line, others, early, sendsCrashes }: ClientOptions): Answer {
  const contents = () => (window.isDestroyed() ? null : window.webContents)

  // What is written down
  const log = openSystemLog()

  // What is kept between runs, and what the administrator has decided of it
  const folder = app.getPath('userData')
  const { settings, memory, chosen, managed } = openSystemSettings({
    folder, log,
    language: line.language,
    onPolicy: () => applySettings(),
    onRefused: () => tellOfRefusal(),
  })

  // What the page is told
  const state = holdAppState({
    settings: managed.read(), policy: managed.policy(),
    systemLanguages: app.getPreferredSystemLanguages(), systemLocale: app.getSystemLocale(),
    hardwareAcceleration: early.hardwareAcceleration,
    onChange: (next) => sendEvent(contents(), 'state.changed', next),
  })

  /** A folder that takes nothing is told of before anybody counts on what they change. */
  const tellOfRefusal = (): void =>
    void tryFolder(folder).then((outcome) => {
      if (outcome !== 'writable') state.addNotice({ kind: 'folder-refuses', folder, isFull: outcome === 'full' })
    })

  // Its place on the desktop
  const desktop = openDesktop({
    window, memory, setTimer,
    wishesHidden: line.hidden,
    run: runCommand,
    state: () => state.get(),
    setHidingPlace: state.setHidingPlace, setMini: state.setMini,
    onMeeting: () => {
      updates.apply()
      showMenu()
    },
    onError: log.error,
  })

  // The workspace on this computer
  const workspace = openSystemWorkspace({
    output,
    folder,
    sample: line.sample,
    memory,
    log,
    now,
    setTimer,
    onStatus: (status) => {
      state.setWorkspace(status)
      if (status.state === 'ready') void accounts.recheck().then(() => meetings.desks.retry())
    },
  })

  // What leaves Parley
  const { open: openOutside, openHelp } = wayOut({
    workspaceAddress: () => workspace.address(),
    accountAddress: () => accounts.current().address,
    log: log.error,
  })

  // Who is signed in, and where
  const accounts = openSystemAccounts({
    folder,
    memory,
    settings: managed.read,
    embedded: workspace,
    fetch: clientFetch((input, init) => network.fetch(input, init), fetch),
    openBrowser: openOutside,
    bringToFront: desktop.showWindow,
    language: () => state.get().language,
    computerName: hostname,
    now, log,
    random: () => randomBytes(32).toString('base64url'),
    chance: Math.random,
    setTimer,
    onChange: (shown) => {
      const before = state.get().session
      if (shown.session.state !== before.state) log.note('session', { state: shown.session.state })
      state.setAccounts(shown)
      if (isOnline(shown.session) && !isOnline(before)) meetings.desks.retry()
      if (chosen.holdFor(accounts.settingsName())) applySettings()
      else desktop.apply()
      if ((accountOf(shown.session) === null) !== (accountOf(before) === null)) showMenu()
    },
    forgetPerson: forgetPerson({ chosen, memory }),
    clear: (name) => meetings.desks.forget(name).catch((error: unknown) => log.error('cache', error)),
  })
  chosen.holdFor(accounts.settingsName())
  state.setSettings(managed.read(), managed.policy())
  state.setAccounts(accounts.shown())

  // The way to the console
  const userManagement = openUserManagement({
    account: accounts.current,
    figures: {
      get: (name) => memory.read().figures[name] ?? null,
      set: (name, figures) => memory.change({ figures: { ...memory.read().figures, [name]: figures } }),
    },
    openOutside,
    copyText: (text) => clipboard.writeText(text),
    words: () => requestWords(state.get().language),
    now,
  })

  // Meetings and contacts
  const meetings = openAccountMeetings({
    window, folder, memory, now, setTimer,
    accounts, openOutside,
    settingsFor: (name) => managed.over(chosen.readFor(name)),
    language: () => state.get().language,
    state: () => state.get(),
    goTo: (destination) => {
      desktop.showWindow()
      goTo(destination)
    },
    log: log.error,
  })

  // What helps to find a problem
  const diagnostics = openSystemDiagnostics({ window, info: appInfo, state: () => state.get(), sendsCrashes, log })

  // The way to servers
  const network = openSystemNetwork({
    window, folder, memory, now, log: log.error,
    settings: () => managed.read().network,
    setAuthorities: (authorities) => changes.setAuthorities(authorities),
    onState: state.setNetwork,
    onMended: () => void accounts.recheck(),
  })

  // Newer releases
  const updates = openSystemUpdates({
    managed, network,
    inMeeting: () => desktop.inMeeting(),
    onState: state.setUpdates,
    addNotice: state.addNotice,
    log: log.error,
  })

  // What the page can ask for
  const goTo = (destination: Destination): void => sendEvent(contents(), 'page.requested', destination)
  const showMenu = (): void =>
    setMenu({
      platform: process.platform,
      words: mainWords(state.get().language).menu,
      shortcuts: desktop.shortcuts,
      inMeeting: desktop.inMeeting(),
      hasPages: accountOf(state.get().session) !== null,
      goTo: (page) => goTo({ page }),
      openHelp,
      zoom: (step) => changes.zoom(step),
    })
  const applySettings = (): void => {
    state.setSettings(managed.read(), managed.policy())
    state.setAccounts(accounts.shown())
    desktop.apply()
    network.apply()
    updates.apply()
    keepManagedEarly(managed, memory)
    meetings.notifications.look()
    showMenu()
  }
  const changes = settingsChanges({ chosen, managed, apply: applySettings })

  // The window, and what starts of Parley ask for
  const starts = followCommandLines({
    goTo,
    addNotice: state.addNotice,
    showWorkspace: accounts.show,
    speak: (language) => {
      chosen.speak(language)
      applySettings()
    },
  })
  const lead = (next: CommandLine) => starts.lead(next).catch((error: unknown) => log.error('command line', error))
  starts.begin({ ...line, language: null })
  const background = startLater({
    work: () => {
      workspace.startWithParley()
      void accounts.connect()
      if (line.workspace !== null) void lead(line)
      showMenu()
      desktop.settle().catch((error: unknown) => log.error('desktop', error))
      // A migration may have changed what is shown.
      openFiles([settings, memory], state.addNotice)
        .then(applySettings)
        .catch((error: unknown) => log.error('settings', error))
      void log.open()
      tellOfRefusal()
      meetings.notifications.start()
      updates.start()
    },
    setTimer,
  })
  followStarts(window, others, desktop.showWindow, (next) => {
    starts.begin(next)
    void lead(next)
  })
  manageWindow({
    window, places: windowPlaces(memory),
    hidden: desktop.hidden, isMini: desktop.mini.isMini,
    onFocused: () => {
      sendEvent(contents(), 'window.focused', undefined)
      void accounts.recheck()
      meetings.desks.lookAgain()
    },
  })
  powerMonitor.on('resume', () => {
    void accounts.recheck()
    meetings.desks.lookAgain()
  })
  const kill = () => void process.kill(process.pid, 'SIGKILL')
  quitCleanly(app, endings({ meetings, accounts, workspace, files: [settings, memory], updates, log, kill }), log.error)

  return answerRequests({
    handlers: requestHandlers({
      firstScreenPainted: background.painted,
      state,
      changeSettings: changes.change,
      accounts, workspace, userManagement, openHelp, diagnostics, network, meetings, updates,
      shortcuts: desktop.shortcuts, mini: desktop.mini, links: desktop.links,
    }),
    mainContents: contents,
    onRequest: background.heard,
    log: log.error,
  })
}
