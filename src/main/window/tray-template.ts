import type { MenuItemConstructorOptions } from 'electron'
import type { Session } from '../../contract/session'
import type { MainWords } from '../i18n/words'

interface TrayMenuOptions {
  words: MainWords
  session: Session
  open: () => void
  quit: () => void
}

/** The menu of the icon in the tray. */
export function trayTemplate({ words, session, open, quit }: TrayMenuOptions): MenuItemConstructorOptions[] {
  return [
    { label: trayStatus(words.tray, session), enabled: false },
    { type: 'separator' },
    { label: words.tray.open, click: open },
    { type: 'separator' },
    { label: words.menu.quit, click: quit },
  ]
}

/** How things stand, in a line. */
export function trayStatus(words: MainWords['tray'], session: Session): string {
  switch (session.state) {
    case 'signed-in':
      return session.connection === 'offline' ? words.offline : words.signedIn.replace('{{name}}', () => session.account.name)
    case 'expired':
      return words.expired
    case 'signing-in':
      return words.signingIn
    case 'signed-out':
      return words.signedOut
  }
}
