import { useState, type Ref } from 'react'
import type { Replacement } from '../../../contract/meetings'
import type { WorkspaceProblem } from '../../../contract/workspace'
import { Button } from '../../controls/button'
import { Message } from '../../controls/message'
import { useWords } from '../../i18n/words'
import { ProblemText } from '../../shell/problem-text'
import { useClient } from '../../state/client'
import { useCopiedWords } from './use-copied-words'

interface SavedNoticeProps {
  id: string
  subject: string
  isNew: boolean
  /** Where it stands in the place of one time of a series. */
  replacement: Replacement | null
  /** The way back, where there is one. */
  undo: Ref<HTMLButtonElement>
}

/** Says that a meeting was scheduled or changed, and offers what is most often done next: to tell people of it. */
export function SavedNotice({ id, subject, isNew, replacement, undo }: SavedNoticeProps) {
  const { t } = useWords()
  const { bridge, meetings } = useClient()
  const copied = useCopiedWords()
  const [outcome, setOutcome] = useState<'copied' | { problem: WorkspaceProblem | null } | null>(null)

  async function copy() {
    const answer = await bridge.invoke('meetings.copyInvitation', id).catch(() => null)
    setOutcome(answer?.outcome === 'done' ? 'copied' : { problem: answer?.problem ?? null })
  }

  const isFailed = typeof outcome === 'object' && outcome !== null
  const said = isNew ? 'meetings.scheduled' : replacement === null ? 'meetings.changed' : 'meetings.changedOne'
  const actions = (
    <>
      {replacement !== null && <Button ref={undo} onClick={() => void meetings.getState().undoSaved()}>{t('meetings.undoChange')}</Button>}
      <Button onClick={() => void copy()}>{t('meetings.copyInvitation')}</Button>
    </>
  )
  return (
    <Message kind={isFailed ? 'problem' : 'good'} actions={actions}>
      {isFailed ? <ProblemText problem={outcome.problem} /> : t(said, { subject })}
      {outcome === 'copied' && ` ${copied}`}
    </Message>
  )
}
