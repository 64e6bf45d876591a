import { app, nativeImage, powerMonitor, type BrowserWindow } from 'electron'
import type { AppState } from '../../contract/app-state'
import type { NotificationStatus, NotificationTrial } from '../../contract/notifications'
import type { Destination } from '../../contract/routes'
import { connectSessionBus } from '../dbus/session-bus'
import { mainWords } from '../i18n/words'
import { runCommand } from '../secrets/run-command'
import type { MemoryFile } from '../settings/memory'
import { pictureName } from '../window/system-package'
import { showBadgeOn, type IconPlace } from './badge'
import { openBusNotifications } from './bus-notifications'
import { openNotificationsDesk, type KnownMeetings } from './notifications-desk'
import { isQuiet, timeOfDayAt } from './quiet'
import { linuxNotifications } from './linux-notifications'
import { electronNotifications } from './system-notifications'

interface NotificationsOptions {
  window: BrowserWindow
  state: () => AppState
  /** Those who are signed in, the account that is shown first. */
  meetings: () => KnownMeetings[]
  memory: Pick<MemoryFile, 'read' | 'change'>
  /** Brings the window to the front, and its page to a place. */
  goTo: (destination: Destination) => void
  now: () => number
  setTimer: (run: () => void, milliseconds: number) => () => void
  log: (what: string, error: unknown) => void
}

/** Notifications, and what the page asks about them. */
export interface Notifications {
  /** Begins. Belongs after the first paint. */
  start(): void
  /** Meetings or settings have changed. */
  look(): void
  status(): Promise<NotificationStatus>
  /** Shows one, to see whether the system does. */
  test(): Promise<NotificationTrial>
  stop(): void
}

/** Puts the room of notifications together. */
export function openNotifications({ window, state, meetings, memory, goTo, now, setTimer, log }: NotificationsOptions): Notifications {
  const words = () => mainWords(state().language).notifications
  const settings = () => state().settings.notifications
  const system =
    process.platform === 'linux'
      ? linuxNotifications(openBusNotifications({ connect: connectSessionBus, openWord: () => words().open, picture: pictureName(process.execPath) }), runCommand)
      : electronNotifications()
  const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone
  const numbers = (count: number) => new Intl.NumberFormat(state().language).format(count)
  const desk = openNotificationsDesk({
    settings,
    meetings,
    told: { get: () => memory.read().toldReminders, set: (toldReminders) => memory.change({ toldReminders }) },
    show: (shown) => void system.show(shown),
    badge: showBadgeOn(iconOf(window), process.platform, (count) => words().invitations.replace('{{number}}', () => numbers(count))),
    language: () => ({ language: state().region, zone: zone(), words: words() }),
    isWindowFocused: () => !window.isDestroyed() && window.isFocused(),
    zone,
    now,
    setTimer,
    log,
  })
  return {
    start: () => {
      window.on('focus', () => desk.seen())
      powerMonitor.on('resume', desk.look)
      powerMonitor.on('unlock-screen', desk.look)
      desk.begin()
    },
    look: desk.look,
    status: async () => ({ doNotDisturb: await system.doNotDisturb() }),
    test: async () => {
      if (isQuiet(settings(), now(), timeOfDayAt(now()))) return 'quiet'
      const { testTitle: title, testText: body } = words()
      const onChosen = () => goTo({ page: 'settings.notifications' })
      return (await system.show({ title, body, action: null, onChosen })) ? 'shown' : 'failed'
    },
    stop: () => {
      desk.stop()
      system.close()
    },
  }
}

function iconOf(window: BrowserWindow): IconPlace {
  return {
    setCount: (count) => app.setBadgeCount(count),
    setOverlay: (dot, words) => {
      if (!window.isDestroyed()) window.setOverlayIcon(dot === null ? null : nativeImage.createFromBitmap(dot.pixels, { width: dot.size, height: dot.size }), words)
    },
  }
}
