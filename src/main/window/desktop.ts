import { app, nativeTheme, Notification, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import type { AppState, HidingPlace } from '../../contract/app-state'
import type { MicrophoneUse } from '../../contract/microphone'
import { now } from '../clock'
import { mainWords } from '../i18n/words'
import type { RunCommand } from '../secrets/secret-service'
import type { MemoryFile } from '../settings/memory'
import { openShortcuts, type ShortcutsDesk } from '../shortcuts/open-shortcuts'
import { hideOnClose } from './background'
import { desktopId } from './desktop-entry'
import { findHidingPlace } from './hiding-place'
import type { LinkHandler } from './link-handler'
import { bringToFront, currentPlace, followTheme, workAreas } from './main-window'
import { openMiniWindow, type MiniWindow } from './mini-window'
import { showContextMenus } from './spelling'
import { checkSpelling } from './spelling-languages'
import { startAtLogin } from './start-at-login'
import { startCommand } from './start-command'
import { systemLinks } from './system-links'
import { pictureName } from './system-package'
import type * as Tray from './tray'
import { watchPage } from './watch-page'
import { miniPlaces } from './window-places'
import { keepZoom } from './zoom'

interface DesktopOptions {
  window: BrowserWindow
  /** This start was told to show no window. */
  wishesHidden: boolean
  run: RunCommand
  state: () => AppState
  setHidingPlace: (place: HidingPlace) => void
  setMini: (isMini: boolean) => void
  memory: Pick<MemoryFile, 'read' | 'change'>
  /** A meeting began or ended. */
  onMeeting: () => void
  setTimer: (run: () => void, milliseconds: number) => () => void
  onError: (where: string, error: unknown) => void
}

/** Parley's place on the computer's desktop, beside its window. */
export interface DesktopPlace {
  /** This start is to show no window: it is one at login. */
  hidden: boolean
  /** Brings the window to the front, in its usual size. */
  showWindow: () => void
  /** The window while it is small. */
  mini: MiniWindow
  /** Looks for a tray and puts the icon there. Belongs after the first paint. */
  settle: () => Promise<void>
  shortcuts: ShortcutsDesk
  /** Who opens `parley:` links on this computer. */
  links: LinkHandler
  /** Whether a page uses the microphone for a meeting. */
  inMeeting: () => boolean
  /** Follows the settings; what is right already is left alone. */
  apply: () => void
}

/** Finds Parley's place: its look and size, the icon in the tray, closing that hides, the start at login, context menus. */
export function openDesktop({ window, wishesHidden, run, state, setHidingPlace, setMini, memory, onMeeting, setTimer, onError }: DesktopOptions): DesktopPlace {
  const { platform } = process
  const hidden = wishesHidden || (platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin)
  let tray: ReturnType<typeof Tray.openTray> | null = null
  let isSettled = false
  let shown = ''
  let microphone: MicrophoneUse = 'unused'

  const mini = openMiniWindow({ window, platform, places: miniPlaces(memory), currentPlace: () => currentPlace(window), workAreas, onChange: setMini })
  const showWindow = (): void => {
    if (window.isDestroyed()) return
    mini.set(false)
    bringToFront(window)
  }
  const inMeeting = (): boolean => microphone !== 'unused'
  const findPlace = async (): Promise<HidingPlace> => {
    const place = await findHidingPlace({ platform, run })
    if (place !== state().hidingPlace) setHidingPlace(place)
    await showMenuAt(place)
    return place
  }
  /** Where Parley hides, it has a menu. */
  const showMenuAt = async (place: HidingPlace): Promise<void> => {
    if (tray !== null || (place !== 'tray' && place !== 'dock')) return
    const mute = (): void => shortcuts.run('toggleMicrophone')
    const leave = (): void => shortcuts.run('leaveMeeting')
    if (place === 'dock') {
      const { openDockMenu } = await import('./dock-menu')
      tray ??= openDockMenu({ mute, leave })
    } else {
      const { openTray } = await import('./tray')
      tray ??= openTray({ open: showWindow, quit: () => app.quit(), mute, leave })
    }
    refresh()
  }
  const refresh = (): void => {
    const { session, language } = state()
    // Main's state changes more often than this part of it does.
    const next = JSON.stringify([session, language, microphone])
    if (tray === null || next === shown) return
    shown = next
    tray.show({ words: mainWords(language), session, microphone })
  }
  const tell = (): void => {
    if (platform === 'darwin' || memory.read().toldOfHiding || !Notification.isSupported()) return
    const { title, text } = mainWords(state().language).hidden
    new Notification({ title, body: text }).show()
    memory.change({ toldOfHiding: true })
  }

  const shortcuts = openShortcuts({
    window,
    settings: () => state().settings.shortcuts,
    onMicrophone: (use) => {
      const wasInMeeting = inMeeting()
      microphone = use
      refresh()
      if (inMeeting() !== wasInMeeting) onMeeting()
    },
    setTimer,
  })
  const links = systemLinks(run)
  hideOnClose({ window, platform, bringToFront: showWindow, onClose: () => state().settings.general.onClose, findPlace, onHidden: tell })
  watchPage({ window, words: () => mainWords(state().language), now, setTimer, log: onError })
  showContextMenus(window, () => mainWords(state().language))
  const recolour = followTheme(window, () => state().settings.appearance.contrast === 'more')
  nativeTheme.themeSource = state().settings.theme
  recolour()
  const painted = new Promise<void>((resolve) => void window.once('ready-to-show', resolve))
  const zoomTo = keepZoom(window, state().settings.appearance.zoom, painted)
  return {
    hidden,
    showWindow,
    mini,
    shortcuts,
    inMeeting,
    links,
    settle: async () => {
      isSettled = true
      // A build that somebody works on takes nothing by itself.
      if (app.isPackaged) links.settle().catch((error: unknown) => onError('links', error))
      // A window that nothing would bring back is left in the task bar.
      if ((await findPlace()) === 'nowhere' && hidden && !window.isVisible()) {
        window.showInactive()
        window.minimize()
      }
    },
    apply: () => {
      const { general, theme, appearance } = state().settings
      nativeTheme.themeSource = theme
      recolour()
      zoomTo(appearance.zoom)
      refresh()
      shortcuts.apply()
      // Nothing of this may come before the first paint.
      if (!isSettled) return
      checkSpelling(window.webContents.session, { wanted: general.spellCheck, languages: app.getPreferredSystemLanguages(), platform })
      const entryPath = join(app.getPath('appData'), `autostart/${desktopId}.desktop`)
      const icon = pictureName(process.execPath)
      startAtLogin(general.startAtLogin, { platform, command: startCommand(), icon, entryPath, setLoginItem }).catch((error: unknown) =>
        onError('start at login', error),
      )
    },
  }
}

function setLoginItem(openAtLogin: boolean, parameters: readonly string[]): void {
  if (app.getLoginItemSettings({ args: [...parameters] }).openAtLogin === openAtLogin) return
  app.setLoginItemSettings({ openAtLogin, args: [...parameters] })
}
