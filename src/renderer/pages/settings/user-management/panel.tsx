import { useStore } from 'zustand'
import type { UserManagement } from '../../../../contract/user-management'
import type { WorkspaceProblem } from '../../../../contract/workspace'
import { Button } from '../../../controls/button'
import { TryAgain } from '../../../controls/try-again'
import { useWords } from '../../../i18n/words'
import { ProblemText } from '../../../shell/problem-text'
import { useAppState, useClient } from '../../../state/client'
import section from '../section.module.css'
import { Blocked } from './blocked'
import { ExpiredPanel } from './expired-panel'
import { Figures } from './figures'
import { MemberPanel } from './member-panel'
import { NoLicencePanel } from './no-licence-panel'
import { PanelSkeleton } from './panel-skeleton'

function OpenAgain() {
  const { t } = useWords()
  const { userManagement } = useClient()
  return (
    <div className={section['section']}>
      <p className={section['quiet']}>{t('userManagement.openHint')}</p>
      <div className={section['row']}>
        <Button onClick={() => userManagement.getState().choose()}>{t('userManagement.open')}</Button>
      </div>
    </div>
  )
}

/** Nothing is known yet, and why; null stands for main itself, which could not answer. */
function NoAnswer({ problem }: { problem: WorkspaceProblem | null }) {
  const { t } = useWords()
  const { userManagement } = useClient()
  return (
    <Blocked
      title={problem === 'offline' ? t('userManagement.offlineTitle') : t('userManagement.noFigures')}
      text={problem === 'offline' ? t('userManagement.offlineText') : <ProblemText problem={problem} />}
      action={<TryAgain onTry={() => userManagement.getState().refresh()} />}
    />
  )
}

function Answer({ answer }: { answer: UserManagement }) {
  const signedIn = useAppState((state) => state.session.state === 'signed-in')
  switch (answer.state) {
    case 'allowed':
      return (
        <>
          <Figures figures={answer.figures} problem={answer.problem} />
          <OpenAgain />
        </>
      )
    case 'member':
      return <MemberPanel figures={answer.figures} problem={answer.problem} />
    case 'no-licence':
      return <NoLicencePanel figures={answer.figures} problem={answer.problem} />
    case 'unreachable':
      return (
        <>
          <NoAnswer problem={answer.problem} />
          {answer.target !== null && <OpenAgain />}
        </>
      )
    case 'expired':
      // Signed in again, and the new figures are on their way.
      return signedIn ? <PanelSkeleton /> : <ExpiredPanel />
    case 'signed-out':
      return <PanelSkeleton />
  }
}

/** What the workspace says about the company, or why there is nothing to show. */
export function Panel() {
  const { userManagement } = useClient()
  const answer = useStore(userManagement, (panel) => panel.answer)
  const failed = useStore(userManagement, (panel) => panel.failed)
  if (answer !== null) return <Answer answer={answer} />
  return failed ? <NoAnswer problem={null} /> : <PanelSkeleton />
}
