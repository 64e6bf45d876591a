import type { Connection } from '../../contract/session'
import type { Word } from '../i18n/words'

/** What is in the way of the workspace, as short as a menu has it; `problemWord` says what to do about it. */
const words: Readonly<Record<Exclude<Connection, 'online'>, Word>> = {
  offline: 'accountMenu.offline',
  'too-slow': 'accountMenu.offline',
  certificate: 'accountMenu.certificate',
  'client-certificate': 'accountMenu.clientCertificate',
  clock: 'accountMenu.clock',
  'network-sign-in': 'accountMenu.networkSignIn',
  proxy: 'accountMenu.proxy',
  registration: 'accountMenu.registration',
  keychain: 'accountMenu.keychain',
}

/** The short words for a connection that is lost. */
export function connectionWord(connection: Exclude<Connection, 'online'>): Word {
  return words[connection]
}
