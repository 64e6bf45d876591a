import { Message } from '../../controls/message'
import { useWords, type Word } from '../../i18n/words'
import { useAppState } from '../../state/client'
import type { KeychainState } from '../../../contract/session'

const words: Readonly<Record<KeychainState, Word | null>> = {
  unknown: null,
  available: null,
  locked: 'keychain.locked',
  missing: 'keychain.missing',
  changed: 'keychain.changed',
}

/** Tells when the system's keychain can't keep the session, or has lost it. */
export function KeychainMessage() {
  const { t } = useWords()
  const keychain = useAppState((state) => state.keychain)
  const isExpired = useAppState((state) => state.session.state === 'expired')
  // While it is locked at a start, the session waits behind it.
  const word = keychain === 'locked' && isExpired ? 'keychain.lockedExpired' : words[keychain]
  return word === null ? null : <Message kind="warning">{t(word)}</Message>
}
