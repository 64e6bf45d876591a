import type { MenuItemConstructorOptions } from 'electron'
import type { HelpTopic } from '../../contract/channels'
import type { PlainPage } from '../../contract/routes'
import type { Command } from '../../contract/shortcuts'
import type { MainWords } from '../i18n/words'
import type { ShortcutsDesk } from '../shortcuts/open-shortcuts'

export interface MenuOptions {
  platform: NodeJS.Platform
  words: MainWords['menu']
  goTo: (page: PlainPage) => void
  openHelp: (topic: HelpTopic) => void
  shortcuts: Pick<ShortcutsDesk, 'keys' | 'run'>
  /** Whether there is a meeting to speak in, to show in the small window, or to leave. */
  inMeeting: boolean
  /** Whether there are pages to go to: somebody is signed in. */
  hasPages: boolean
  /** Shows name and version, where no page does. */
  showAbout: () => void
  zoom: (step: 'in' | 'out' | 'reset') => void
}

type Items = MenuItemConstructorOptions[]

/** The application's menu, in the order that each system's guidelines give. */
export function menuTemplate({ platform, words, goTo, openHelp, shortcuts, inMeeting, hasPages, showAbout, zoom }: MenuOptions): Items {
  const isMac = platform === 'darwin'
  const keys = shortcuts.keys()
  const command = (name: Command, label: string, click: () => void = () => shortcuts.run(name)): MenuItemConstructorOptions => ({
    label,
    click,
    ...(keys[name] === '' ? {} : { accelerator: keys[name] }),
  })
  const inside = (item: MenuItemConstructorOptions): MenuItemConstructorOptions => ({ ...item, enabled: hasPages })
  const during = (item: MenuItemConstructorOptions): MenuItemConstructorOptions => ({ ...item, enabled: inMeeting })
  const settings = inside(command('goSettings', words.settings, () => goTo('settings.account')))
  const about: MenuItemConstructorOptions = { label: words.about, click: () => (hasPages ? goTo('settings.about') : showAbout()) }
  const quit: MenuItemConstructorOptions = { label: words.quit, role: 'quit' }
  const application: Items = [
    about,
    { type: 'separator' },
    settings,
    { type: 'separator' },
    { label: words.services, role: 'services' },
    { type: 'separator' },
    { label: words.hide, role: 'hide' },
    { label: words.hideOthers, role: 'hideOthers' },
    { label: words.showAll, role: 'unhide' },
    { type: 'separator' },
    quit,
  ]
  const file: Items = [settings, { type: 'separator' }, quit]
  const meeting: Items = [
    during(command('toggleMicrophone', words.microphone)),
    during(command('toggleCamera', words.camera)),
    { type: 'separator' },
    during(command('toggleMini', words.mini)),
    during(command('leaveMeeting', words.leave)),
  ]
  const places: Items = [
    inside(command('goHome', words.home, () => goTo('home'))),
    inside(command('goMeetings', words.meetings, () => goTo('meetings'))),
    inside(command('goContacts', words.contacts, () => goTo('contacts'))),
    inside(command('searchSettings', words.searchSettings)),
    { type: 'separator' },
  ]
  const help: Items = [
    inside(command('showShortcuts', words.shortcuts)),
    { label: words.learnMore, click: () => openHelp('user-management-moved') },
    ...(isMac ? [] : [{ type: 'separator' } as const, about]),
  ]
  return [
    isMac ? { label: 'Parley', submenu: application } : { label: words.file, submenu: file },
    { label: words.edit, submenu: editMenu(words) },
    { label: words.view, submenu: [...places, ...viewMenu(words, zoom)] },
    { label: words.meeting, submenu: meeting },
    { label: words.window, role: 'windowMenu', submenu: windowMenu(words, isMac) },
    { label: words.help, role: 'help', submenu: help },
  ]
}

function editMenu(words: MainWords['menu']): Items {
  return [
    { label: words.undo, role: 'undo' },
    { label: words.redo, role: 'redo' },
    { type: 'separator' },
    { label: words.cut, role: 'cut' },
    { label: words.copy, role: 'copy' },
    { label: words.paste, role: 'paste' },
    { label: words.selectAll, role: 'selectAll' },
  ]
}

/** Zooming is a setting, so that it is kept and shown; Electron's own roles would forget it. */
function viewMenu(words: MainWords['menu'], zoom: MenuOptions['zoom']): Items {
  return [
    { label: words.actualSize, accelerator: 'CommandOrControl+0', click: () => zoom('reset') },
    { label: words.zoomIn, accelerator: 'CommandOrControl+Plus', click: () => zoom('in') },
    // The same key without Shift, as most keyboards have it.
    { label: words.zoomIn, accelerator: 'CommandOrControl+=', visible: false, acceleratorWorksWhenHidden: true, click: () => zoom('in') },
    { label: words.zoomOut, accelerator: 'CommandOrControl+-', click: () => zoom('out') },
    { type: 'separator' },
    { label: words.fullScreen, role: 'togglefullscreen' },
  ]
}

function windowMenu(words: MainWords['menu'], isMac: boolean): Items {
  return [
    { label: words.minimize, role: 'minimize' },
    ...(isMac ? [{ label: words.zoomWindow, role: 'zoom' } as const] : []),
    { label: words.close, role: 'close' },
    ...(isMac ? [{ type: 'separator' } as const, { label: words.bringAllToFront, role: 'front' } as const] : []),
  ]
}
