import { useStore } from 'zustand'
import { Button } from '../controls/button'
import { Message } from '../controls/message'
import { useWords } from '../i18n/words'
import { useAppState, useClient } from '../state/client'
import { connectionWord } from '../state/connection-words'
import { problemWord } from '../state/problem-words'
import { isTold } from '../state/told-problems'
import styles from './connection.module.css'
import { useRegistration } from './use-registration'
import { WorkspaceMessage } from './workspace-message'

function Words() {
  const { t } = useWords()
  const connection = useAppState((state) => (state.session.state === 'signed-in' ? state.session.connection : 'online'))
  const workspace = useAppState((state) => state.workspace.state)
  const check = useRegistration()
  const isToldAbove = useStore(useClient().told, (told) => connection !== 'online' && isTold(told, connection))
  const isHere = useAppState((state) => state.accounts.host === null)
  // A workspace on this computer that is down explains itself; being offline on top of it would only puzzle.
  if (isHere && workspace !== 'ready' && workspace !== 'stopped') return <WorkspaceMessage />
  if (connection === 'online') return null
  // Who hears nothing can't tell a workspace that is slow from a line that is dead.
  const isUnheard = connection === 'offline' || connection === 'too-slow'
  const isAboutRegistration = connection === 'registration' || connection === 'keychain'
  const leadsOn = isAboutRegistration && check !== null
  // The page says it in full: what is left to say is the way to the registration.
  if (isToldAbove && !isUnheard && !leadsOn) return null
  return (
    <Message
      kind="warning"
      actions={leadsOn ? <Button onClick={check}>{t('registration.check')}</Button> : undefined}
    >
      {t(isUnheard ? 'banner.offline' : isToldAbove ? connectionWord(connection) : problemWord(connection))}
    </Message>
  )
}

/**
 * How the workspace is reached, below every page. It comes and goes by itself, at any moment: nothing on the page moves for it, so
 * that a click still meets what it was meant for.
 */
export function Connection() {
  return (
    <div className={styles['connection']} role="status">
      <Words />
    </div>
  )
}
