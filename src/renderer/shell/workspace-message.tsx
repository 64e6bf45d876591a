import { useEffect, useState } from 'react'
import { Button } from '../controls/button'
import { Message } from '../controls/message'
import { useWords } from '../i18n/words'
import { useAppState, useClient } from '../state/client'

/** How long a start goes without a word, in milliseconds: most are over by then, and pages show what was known last. */
const patience = 2_000

function Starting() {
  const { t } = useWords()
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), patience)
    return () => clearTimeout(timer)
  }, [])
  return isLong && <Message kind="note">{t('workspace.starting')}</Message>
}

/** How the workspace on this computer is doing, when that is not well. */
export function WorkspaceMessage() {
  const { t } = useWords()
  const { bridge } = useClient()
  const workspace = useAppState((state) => state.workspace)
  switch (workspace.state) {
    case 'starting':
      return <Starting />
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
