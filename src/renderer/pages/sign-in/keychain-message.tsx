import { useState } from 'react'
import type { KeychainMend, KeychainState } from '../../../contract/session'
import { Button } from '../../controls/button'
import { Message } from '../../controls/message'
import { useWords, type Word } from '../../i18n/words'
import { useAppState, useClient } from '../../state/client'
import { ReplaceEntryDialog } from './replace-entry-dialog'

const words: Readonly<Record<KeychainState, Word | null>> = {
  unknown: null,
  available: null,
  locked: 'keychain.locked',
  missing: 'keychain.missing',
  changed: 'keychain.changed',
}

/** Tells when the system's keychain can't keep the session, or has lost it, with a way out of each. */
export function KeychainMessage() {
  const { t } = useWords()
  const { bridge } = useClient()
  const keychain = useAppState((state) => state.keychain)
  const session = useAppState((state) => state.session.state)
  const [isBusy, setBusy] = useState(false)
  const [isAsking, setAsking] = useState(false)

  const mend = async (way: KeychainMend) => {
    setBusy(true)
    await bridge.invoke('keychain.mend', way).catch(() => undefined)
    setBusy(false)
    setAsking(false)
  }
  const action = (way: KeychainMend, word: Word) => (
    <Button isBusy={isBusy} onClick={() => void mend(way)}>
      {t(word)}
    </Button>
  )
  const ways = () => {
    if (keychain === 'locked') {
      return (
        <>
          {action('unlock', 'keychain.unlock')}
          {action('try-again', 'page.tryAgain')}
        </>
      )
    }
    if (keychain === 'missing') return action('try-again', 'page.tryAgain')
    // Before somebody has signed in, there is nothing to put into the entry's place.
    return session === 'signed-in' ? <Button onClick={() => setAsking(true)}>{t('keychain.replace')}</Button> : undefined
  }

  const word = wordFor(keychain, session)
  if (word === null) return null
  return (
    <>
      <Message kind="warning" actions={ways()}>
        {t(word)}
      </Message>
      {isAsking && <ReplaceEntryDialog isBusy={isBusy} onReplace={() => void mend('replace')} onClose={() => setAsking(false)} />}
    </>
  )
}

function wordFor(keychain: KeychainState, session: string): Word | null {
  // While it is locked at a start, the session waits behind it.
  if (keychain === 'locked' && session === 'expired') return 'keychain.lockedExpired'
  if (keychain === 'changed' && session === 'signed-in') return 'keychain.changedSignedIn'
  return words[keychain]
}
