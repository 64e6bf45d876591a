import { Message } from '../controls/message'
import { useWords } from '../i18n/words'
import { useAppState } from '../state/client'
import styles from './connection.module.css'
import { WorkspaceMessage } from './workspace-message'

function Words() {
  const { t } = useWords()
  const offline = useAppState((state) => state.session.state === 'signed-in' && state.session.connection === 'offline')
  const workspace = useAppState((state) => state.workspace.state)
  const isHere = useAppState((state) => state.accounts.host === null)
  // A workspace on this computer that is down explains itself; being offline on top of it would only puzzle.
  if (isHere && workspace !== 'ready' && workspace !== 'stopped') return <WorkspaceMessage />
  return offline ? <Message kind="warning">{t('banner.offline')}</Message> : null
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
