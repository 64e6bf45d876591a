import { useEffect, useState } from 'react'
import { Button } from '../controls/button'
import { Message } from '../controls/message'
import { useWords } from '../i18n/words'
import { useAppState, useClient } from '../state/client'

/** How long a start goes without a word, in milliseconds: most are over by then, and pages show what was known last. */
const patience = 2_000

function Starting({ isAskedFor }: { isAskedFor: boolean }) {
  const { t } = useWords()
  const [isLong, setIsLong] = useState(isAskedFor)
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
  const [hasFailed, setHasFailed] = useState(false)
  if (workspace.state === 'failed' && !hasFailed) setHasFailed(true)
  switch (workspace.state) {
    case 'starting':
      // Whoever asked for another try sees that it is under way.
      return <Starting isAskedFor={hasFailed} />
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
