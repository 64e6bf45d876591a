import { Notification } from 'electron'
import type { RunCommand } from '../secrets/secret-service'
import type { BusNotifications } from './bus-notifications'
import type { Shown } from './notifications-desk'

/** The operating system's notifications. */
export interface SystemNotifications {
  /** True once the system has taken it. */
  show(shown: Shown): Promise<boolean>
  /** The system's own *Do not disturb*; `unknown` where it can't be read. */
  doNotDisturb(): Promise<'on' | 'off' | 'unknown'>
  close(): void
}

/** Notifications of Windows and macOS, through Electron. Both hold them back by themselves while *Do not disturb* is on. */
export function electronNotifications(): SystemNotifications {
  // One that is not held would be collected, and its click never heard.
  const held = new Set<Notification>()
  return {
    show: ({ title, body, action, onChosen }) => {
      if (!Notification.isSupported()) return Promise.resolve(false)
      const notification = new Notification({ title, body, ...(action === null ? {} : { actions: [{ type: 'button', text: action }] }) })
      held.add(notification)
      const choose = (): void => {
        held.delete(notification)
        onChosen()
      }
      notification.on('click', choose)
      notification.on('action', choose)
      notification.on('close', () => held.delete(notification))
      return new Promise((resolve) => {
        notification.once('show', () => resolve(true))
        notification.once('failed', () => {
          held.delete(notification)
          resolve(false)
        })
        notification.show()
      })
    },
    doNotDisturb: () => Promise.resolve('unknown'),
    close: () => held.clear(),
  }
}

/** How long `gsettings` may take to answer, in milliseconds. */
const patience = 2_000

/** Notifications of a Linux desktop. KDE tells on the bus that it holds them back, GNOME in its settings. */
export function linuxNotifications(bus: BusNotifications, run: RunCommand): SystemNotifications {
  return {
    show: (shown) =>
      bus.show(shown).then(
        () => true,
        () => false,
      ),
    doNotDisturb: async () => {
      const inhibited = await bus.isInhibited().catch(() => null)
      if (inhibited !== null) return inhibited ? 'on' : 'off'
      const answer = await run('gsettings', ['get', 'org.gnome.desktop.notifications', 'show-banners'], patience)
      if (answer.outcome !== 'ended' || answer.status !== 0) return 'unknown'
      return answer.output.trim() === 'false' ? 'on' : 'off'
    },
    close: () => bus.close(),
  }
}
