import { Notification } from 'electron'
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
