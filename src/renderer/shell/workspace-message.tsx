import { Button } from '../controls/button'
import { Message } from '../controls/message'
import { useWords } from '../i18n/words'
import { useAppState, useClient } from '../state/client'

/** How the workspace on this computer is doing, when that is not well. */
export function WorkspaceMessage() {
  const { t } = useWords()
  const { bridge } = useClient()
  const workspace = useAppState((state) => state.workspace)
  switch (workspace.state) {
    case 'starting':
      return <Message kind="note">{t('workspace.starting')}</Message>
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
