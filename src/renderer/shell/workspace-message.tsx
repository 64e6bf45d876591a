import { Button } from '../controls/button'
import { Message } from '../controls/message'
import { useWords } from '../i18n/words'
import { useAppState, useClient } from '../state/client'

/** How the workspace on this computer is doing, when that is not well; a start is not worth a word where nobody waits for it. */
export function WorkspaceMessage({ isWaitedFor = true }: { isWaitedFor?: boolean }) {
  const { t } = useWords()
  const { bridge } = useClient()
  const workspace = useAppState((state) => state.workspace)
  switch (workspace.state) {
    case 'starting':
      return isWaitedFor && <Message kind="note">{t('workspace.starting')}</Message>
    case 'restarting':
      return <Message kind="warning">{t('workspace.restarting', { attempt: workspace.attempt })}</Message>
    case 'failed':
      return (
        <Message
          kind="problem"
          actions={
            <Button onClick={() => void bridge.invoke('workspace.retry').catch(() => {})}>{t('page.tryAgain')}</Button>
          }
        >
          {t('workspace.failed')}
        </Message>
      )
    case 'stopped':
    case 'ready':
      return null
  }
}
