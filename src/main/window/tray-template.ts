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
export function trayTemplate({ open, quit, ...content }: TrayMenuOptions): MenuItemConstructorOptions[] {
  const { words, session } = content
  const meeting = meetingItems(content)
  return [
    { label: trayStatus(words.tray, session), enabled: false },
    { type: 'separator' },
    { label: words.tray.open, click: open },
    { type: 'separator' },
    ...(meeting.length === 0 ? [] : [...meeting, { type: 'separator' } as const]),
    { label: words.menu.quit, click: quit },
  ]
}

/** The menu in macOS' Dock, without what the system itself has there. */
export function dockTemplate({ words, session, ...content }: Omit<TrayMenuOptions, 'open' | 'quit'>): MenuItemConstructorOptions[] {
  const meeting = meetingItems({ words, ...content })
  return [{ label: trayStatus(words.tray, session), enabled: false }, ...(meeting.length === 0 ? [] : [{ type: 'separator' } as const, ...meeting])]
}

function meetingItems({ words, microphone, mute, leave }: Pick<TrayMenuOptions, 'words' | 'microphone' | 'mute' | 'leave'>): MenuItemConstructorOptions[] {
  if (microphone === 'unused') return []
  return [
    { label: microphone === 'open' ? words.tray.mute : words.tray.unmute, click: mute },
    { label: words.menu.leave, click: leave },
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
