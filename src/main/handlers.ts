import { app, clipboard } from 'electron'
import { release } from 'node:os'
import type { AppInfo } from '../contract/app-state'
import type { HelpTopic } from '../contract/channels'
import type { SettingsChange } from '../contract/settings'
import type { SignOutEnding } from './account/sign-out'
import { nobodyYet } from './accounts/remembered'
import type { SystemAccounts } from './accounts/system-accounts'
import type { AppStateHolder } from './app-state'
import type { UserManagementDesk } from './console/user-management'
import type { DiagnosticsDesk } from './diagnostics/diagnostics'
import { showLogs } from './diagnostics/system-diagnostics'
import type { RequestHandlers } from './ipc/registrar'
import type { SystemNetwork } from './network/system-network'
import { mendKeychain } from './secrets/mend-keychain'
import type { AccountMeetings } from './meetings/account-meetings'
import { meetingRequests } from './meetings/meeting-requests'
import type { ShortcutsDesk } from './shortcuts/open-shortcuts'
import type { UpdatesDesk } from './updates/updates-desk'
import type { LinkHandler } from './window/link-handler'
import type { MiniWindow } from './window/mini-window'
import { relaunch } from './window/relaunch'
import type { WatchedWorkspace } from './workspace/watch'

interface HandlerOptions {
  firstScreenPainted: () => void
  state: AppStateHolder
  /** Keeps a change and applies it; throws where the policy decides, or the disk refuses. */
  changeSettings: (change: SettingsChange) => void
  accounts: SystemAccounts
  workspace: WatchedWorkspace
  userManagement: UserManagementDesk
  openHelp: (topic: HelpTopic) => void
  diagnostics: DiagnosticsDesk
  network: SystemNetwork
  meetings: Pick<AccountMeetings, 'requests' | 'notifications'>
  shortcuts: Pick<ShortcutsDesk, 'status' | 'microphoneUsed'>
  mini: Pick<MiniWindow, 'set'>
  links: Pick<LinkHandler, 'status' | 'take'>
  updates: Pick<UpdatesDesk, 'check' | 'download' | 'restart'>
}

/** What main does for each request of the page. */
export function requestHandlers(options: HandlerOptions): RequestHandlers {
  const { state, accounts, workspace, userManagement, network } = options
  const session = () => accounts.current().session
  const noteEnding = (ending: SignOutEnding, host: string | null): void => {
    if (ending === 'goes-on') state.addNotice({ kind: 'session-goes-on', host })
  }
  return {
    'app.info': appInfo,
    'page.painted': () => options.firstScreenPainted(),
    'state.get': () => state.get(),
    'settings.change': (change) => options.changeSettings(change),
    'session.signIn': () => session().signIn(),
    'session.copySignInLink': () => copied(session().signInAddress()),
    'session.useCode': () => session().otherWays.useCode(),
    'session.openCodePage': () => session().otherWays.openCodePage(),
    'session.copyCodePage': () => copied(session().otherWays.codePage()),
    'session.openAnswerPage': () => session().otherWays.openAnswerPage(),
    'session.pasteAnswer': (text) => session().otherWays.pasteAnswer(text),
    'session.cancelSignIn': () => accounts.cancelSignIn(),
    'session.signOut': async () => {
      const { host } = accounts.current()
      noteEnding(await accounts.signOut(), host)
    },
    'accounts.signIn': (target) => accounts.signIn(target),
    'accounts.add': () => accounts.add(nobodyYet),
    'accounts.switch': (key) => accounts.switchTo(key),
    'accounts.remove': async (key) => {
      const host = accounts.state().entries.find((one) => one.key === key)?.host ?? null
      const { keychain, session: ending } = await accounts.remove(key)
      if (keychain === 'refused') state.addNotice({ kind: 'keychain-kept' })
      noteEnding(ending, host)
    },
    'accounts.keepClientSecret': (secret) => accounts.keepClientSecret(secret),
    'keychain.mend': (way) => mendKeychain(accounts.current(), way),
    'workspace.prepare': () => workspace.start(),
    'workspace.retry': () => workspace.retry(),
    'userManagement.get': () => userManagement.get(),
    'userManagement.copyRequest': () => userManagement.copyRequest(),
    'console.open': () => userManagement.open(),
    'console.copyLink': () => userManagement.copyLink(),
    ...meetingRequests(options.meetings.requests),
    'notifications.status': () => options.meetings.notifications.status(),
    'notifications.test': () => options.meetings.notifications.test(),
    'shortcuts.status': () => options.shortcuts.status(),
    'microphone.used': (use) => options.shortcuts.microphoneUsed(use),
    'window.setMini': (isMini) => options.mini.set(isMini),
    'help.open': (topic) => options.openHelp(topic),
    'logs.show': () => showLogs(),
    'diagnostics.collect': () => options.diagnostics.collect(),
    'diagnostics.save': () => options.diagnostics.save(),
    'crashReports.get': () => options.diagnostics.crashReports(),
    'crashReports.remove': () => options.diagnostics.removeCrashReports(),
    'network.addAuthority': () => network.addAuthority(),
    'network.removeAuthority': (fingerprint) => network.removeAuthority(fingerprint),
    'network.test': (server) => network.test(server),
    'network.answer': (answer) => network.answer(answer),
    'network.forgetCredentials': () => network.forgetCredentials(),
    'network.forgetCertificates': () => network.forgetCertificates(),
    'network.returned': () => network.returned(),
    'links.status': () => options.links.status(),
    'links.take': () => options.links.take(),
    'updates.check': () => options.updates.check(),
    'updates.download': () => options.updates.download(),
    'updates.restart': () => options.updates.restart(),
    'app.restart': () => relaunch(),
    'notice.dismiss': (kind) => state.dismissNotice(kind),
  }
}

/** What About shows. */
export function appInfo(): AppInfo {
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    chromium: process.versions.chrome,
    node: process.versions.node,
    system: `${process.platform} ${release()} (${process.arch})`,
    dataFolder: app.getPath('userData'),
  }
}

/** Puts an address on the clipboard; false when there is none. */
async function copied(address: string | null): Promise<boolean> {
  if (address !== null) await clipboard.writeText(address)
  return address !== null
}
