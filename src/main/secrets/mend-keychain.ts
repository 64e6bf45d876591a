import type { KeychainMend } from '../../contract/session'
import type { SessionKeeper } from '../account/session-keeper'
import type { SecretStore } from './secret-store'

/** The keychain's entry and the session that it is for. */
export interface KeychainPlace {
  session: Pick<SessionKeeper, 'replaceKeychainEntry'>
  secrets: Pick<SecretStore, 'read' | 'unlock'>
}

/** Does what the person chose about a keychain that can't be used. The session follows by itself once it is available. */
export async function mendKeychain({ session, secrets }: KeychainPlace, way: KeychainMend): Promise<void> {
  if (way === 'unlock') await secrets.unlock()
  else if (way === 'replace') await session.replaceKeychainEntry()
  else await secrets.read()
}
