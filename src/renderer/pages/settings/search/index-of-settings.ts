import { commands } from '../../../../contract/shortcuts'
import type { Word } from '../../../i18n/words'
import { commandWords } from '../../../shortcuts/command-words'
import type { SettingsPageName } from '../settings-page'

/** Something that the search over all settings finds. */
export interface Findable {
  readonly page: SettingsPageName
  /** The setting's dotted name, as its place on the page has it; null for the page itself. */
  readonly setting: string | null
  readonly label: Word
  /** Other texts that belong to it, and what else people call it (`findBy`), which is nowhere shown. */
  readonly more: readonly Word[]
}

const pages: readonly [page: SettingsPageName, label: Word, more: readonly Word[]][] = [
  ['settings.account', 'settings.account', ['account.name', 'account.email', 'account.role', 'account.signOut', 'account.session', 'findBy.account']],
  ['settings.general', 'settings.general', ['links.title']],
  ['settings.audio-and-video', 'settings.audioAndVideo', []],
  ['settings.notifications', 'settings.notifications', ['findBy.notifications']],
  ['settings.shortcuts', 'settings.shortcuts', ['shortcuts.title', 'findBy.shortcuts']],
  ['settings.appearance', 'settings.appearance', []],
  ['settings.network', 'settings.network', ['network.signInTitle', 'network.certificates', 'findBy.network']],
  ['settings.user-management', 'settings.userManagement', ['userManagement.licences']],
  ['settings.advanced', 'settings.advanced', ['advanced.logTitle', 'advanced.diagnosticsTitle', 'policy.title', 'findBy.advanced']],
  ['settings.about', 'settings.about', ['about.licenceText', 'about.dataFolder', 'about.system', 'updates.title', 'updates.check', 'findBy.about']],
]

const settings: readonly [page: SettingsPageName, setting: string, label: Word, more: readonly Word[]][] = [
  ['settings.account', 'meetings.view', 'account.meetingsView', ['meetings.title', 'meetings.list', 'meetings.week']],
  ['settings.account', 'meetings.minutes', 'account.meetingsMinutes', ['meetings.title', 'schedule.title']],
  ['settings.general', 'general.startAtLogin', 'general.startAtLogin', ['general.startAtLoginHint', 'findBy.startAtLogin']],
  ['settings.general', 'general.onClose', 'general.onClose', ['general.quit', 'general.hide', 'general.onCloseHint', 'findBy.onClose']],
  ['settings.general', 'general.spellCheck', 'general.spellCheck', ['general.spellCheckHint', 'findBy.spellCheck']],
  ['settings.general', 'general.updates', 'general.updates', ['general.updatesHint', 'general.updatesAutomatic', 'general.updatesTell', 'findBy.updates']],
  ['settings.audio-and-video', 'devices.camera', 'media.camera', ['audioAndVideo.tryCamera', 'findBy.camera']],
  ['settings.audio-and-video', 'devices.microphone', 'media.microphone', ['media.level', 'audioAndVideo.tryMicrophone', 'findBy.microphone']],
  ['settings.audio-and-video', 'devices.speaker', 'media.speaker', ['audioAndVideo.playSound', 'findBy.speaker']],
  ['settings.notifications', 'notifications.meetingSoon', 'notifications.meetingSoon', ['notifications.meetingSoonHint']],
  ['settings.notifications', 'notifications.invitation', 'notifications.invitation', ['notifications.invitationHint']],
  ['settings.notifications', 'notifications.badge', 'notifications.badge', ['notifications.badgeHint']],
  ['settings.notifications', 'notifications.pausedUntil', 'notifications.pause', ['notifications.pauseHour', 'notifications.pauseTomorrow', 'findBy.quiet']],
  ['settings.notifications', 'notifications.quietHours', 'notifications.quietHours', ['notifications.quietHoursHint', 'findBy.quiet']],
  ['settings.notifications', 'notifications.system', 'notifications.system', ['notifications.systemText']],
  ['settings.network', 'network.proxy', 'network.proxy', ['network.proxyHint', 'network.proxyNone', 'network.proxyManual', 'network.proxyScript', 'network.address', 'findBy.proxy']],
  ['settings.network', 'network.authorities', 'network.authorities', ['network.authoritiesText', 'findBy.authorities']],
  ['settings.appearance', 'language', 'appearance.language', ['findBy.language']],
  ['settings.appearance', 'theme', 'appearance.theme', ['appearance.themeLight', 'appearance.themeDark', 'findBy.theme']],
  ['settings.appearance', 'appearance.zoom', 'appearance.size', ['findBy.size']],
  ['settings.appearance', 'appearance.contrast', 'appearance.contrast', ['appearance.contrastMore', 'findBy.contrast']],
  ['settings.appearance', 'appearance.motion', 'appearance.motion', ['appearance.motionReduced', 'findBy.motion']],
  ['settings.advanced', 'advanced.hardwareAcceleration', 'graphics.acceleration', ['graphics.accelerationHint', 'findBy.graphics']],
  ['settings.advanced', 'advanced.crashReportsTo', 'advanced.crashTitle', ['advanced.crashText', 'advanced.crashRemove']],
  ['settings.advanced', 'teamviewer.clientId', 'registration.clientId', ['place.teamviewer', 'registration.text', 'registration.secret']],
  ['settings.advanced', 'teamviewer.redirectPort', 'registration.port', ['place.teamviewer', 'registration.text']],
]

/** All pages of the settings, and all settings. */
export const findables: readonly Findable[] = [
  ...pages.map(([page, label, more]) => ({ page, setting: null, label, more })),
  ...settings.map(([page, setting, label, more]) => ({ page, setting, label, more })),
  ...commands.map((command): Findable => ({
    page: 'settings.shortcuts',
    setting: `shortcuts.${command}`,
    label: commandWords[command],
    more: ['settings.shortcuts'],
  })),
]

/** What a page is called in the list of the settings. */
export const pageWords: ReadonlyMap<SettingsPageName, Word> = new Map(pages.map(([page, label]) => [page, label]))
