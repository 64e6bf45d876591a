import type { MenuItemConstructorOptions } from 'electron'
import type { MicrophoneUse } from '../../contract/microphone'
import type { Connection, Session } from '../../contract/session'
import type { MainWords } from '../i18n/words'

interface TrayMenuOptions {
  words: MainWords
  session: Session
  microphone: MicrophoneUse
  open: () => void
  quit: () => void
  mute: () => void
  leave: () => void
}

/** The menu of the icon in the tray. */
export function trayTemplate({ words, session, microphone, open, quit, mute, leave }: TrayMenuOptions): MenuItemConstructorOptions[] {
  const meeting: MenuItemConstructorOptions[] = [
    { label: microphone === 'open' ? words.tray.mute : words.tray.unmute, click: mute },
    { label: words.menu.leave, click: leave },
    { type: 'separator' },
  ]
  return [
    { label: trayStatus(words.tray, session), enabled: false },
    { type: 'separator' },
    { label: words.tray.open, click: open },
    { type: 'separator' },
    ...(microphone === 'unused' ? [] : meeting),
    { label: words.menu.quit, click: quit },
  ]
}

type Words = MainWords['tray']

/** What is in the way of the workspace. Who hears nothing of it is offline, whether it is slow or the line is dead. */
const connectionWords: Readonly<Record<Exclude<Connection, 'online'>, (words: Words) => string>> = {
  offline: (words) => words.offline,
  'too-slow': (words) => words.offline,
  certificate: (words) => words.certificate,
  'client-certificate': (words) => words.clientCertificate,
  clock: (words) => words.clock,
  'network-sign-in': (words) => words.networkSignIn,
  proxy: (words) => words.proxy,
  registration: (words) => words.registration,
  keychain: (words) => words.keychain,
}

/** How things stand, in a line. */
export function trayStatus(words: Words, session: Session): string {
  switch (session.state) {
    case 'signed-in':
      if (session.connection !== 'online') return connectionWords[session.connection](words)
      return words.signedIn.replace('{{name}}', () => session.account.name)
    case 'expired':
      return words.expired
    case 'signing-in':
      return words.signingIn
    case 'signed-out':
      return words.signedOut
  }
}
