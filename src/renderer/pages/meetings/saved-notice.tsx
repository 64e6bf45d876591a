import { useState } from 'react'
import type { WorkspaceProblem } from '../../../contract/workspace'
import { Button } from '../../controls/button'
import { Message } from '../../controls/message'
import { useWords } from '../../i18n/words'
import { ProblemText } from '../../shell/problem-text'
import { useClient } from '../../state/client'

interface SavedNoticeProps {
  id: string
  subject: string
  isNew: boolean
}

/** Says that a meeting was scheduled or changed, and offers what is most often done next: to tell people of it. */
export function SavedNotice({ id, subject, isNew }: SavedNoticeProps) {
  const { t } = useWords()
  const { bridge } = useClient()
  const [outcome, setOutcome] = useState<'copied' | { problem: WorkspaceProblem | null } | null>(null)

  async function copy() {
    const answer = await bridge.invoke('meetings.copyInvitation', id).catch(() => null)
    setOutcome(answer?.outcome === 'done' ? 'copied' : { problem: answer?.problem ?? null })
  }

  const isFailed = typeof outcome === 'object' && outcome !== null
  return (
    <Message kind={isFailed ? 'problem' : 'good'} actions={<Button onClick={() => void copy()}>{t('meetings.copyInvitation')}</Button>}>
      {isFailed ? <ProblemText problem={outcome.problem} /> : t(isNew ? 'meetings.scheduled' : 'meetings.changed', { subject })}
      {outcome === 'copied' && ` ${t('meetings.invitationCopied')}`}
    </Message>
  )
}
