import { useEffect, useState } from 'react'
import type { WorkspaceProblem } from '../../../contract/workspace'
import { Button } from '../../controls/button'
import { Message } from '../../controls/message'
import { useWords } from '../../i18n/words'
import { PageHeading } from '../../shell/page-heading'
import { ProblemText } from '../../shell/problem-text'
import { usePage } from '../../shell/use-page'
import { useAppState, useClient } from '../../state/client'
import { MeetingNotices } from '../meetings/meeting-notices'
import styles from './home-page.module.css'
import { JoinForm } from './join-form'
import { NextMeetings } from './next-meetings'

/** Where one begins: start a meeting, join one, see what is next. It comes with the first screen, from what was known last. */
export default function HomePage() {
  const { t } = useWords()
  const { bridge, meetings } = useClient()
  const [, goTo] = usePage()
  const account = useAppState((state) => (state.session.state === 'signed-out' ? null : state.session.account))
  const isSignedIn = useAppState((state) => state.session.state === 'signed-in')
  const [isStarting, setStarting] = useState(false)
  const [trouble, setTrouble] = useState<{ problem: WorkspaceProblem | null } | null>(null)

  useEffect(() => {
    void meetings.getState().askUpcoming()
  }, [meetings])

  if (account === null) return null
  const { name, companyName } = account

  async function start() {
    setStarting(true)
    setTrouble(null)
    const answer = await bridge.invoke('meetings.startNow', t('home.instantSubject', { name })).catch(() => null)
    setStarting(false)
    if (answer?.outcome === 'done') goTo({ page: 'join', meeting: answer.meeting.id })
    else setTrouble({ problem: answer?.problem ?? null })
  }

  return (
    <div className={styles['page']}>
      <header>
        <PageHeading title={t('navigation.home')}>{t('home.greeting', { name })}</PageHeading>
        <p className={styles['quiet']}>{isSignedIn ? t('home.introduction', { company: companyName }) : companyName}</p>
      </header>
      <div className={styles['begin']}>
        <section className={styles['card']}>
          <h2>{t('home.startTitle')}</h2>
          <p className={styles['quiet']}>{t('home.startHint')}</p>
          <Button look="primary" isBusy={isStarting} onClick={() => void start()}>
            {t(isStarting ? 'home.starting' : 'home.start')}
          </Button>
        </section>
        <section className={styles['card']}>
          <h2>{t('home.joinTitle')}</h2>
          <JoinForm />
        </section>
      </div>
      {trouble !== null && (
        <Message kind="problem">
          <ProblemText problem={trouble.problem} />
        </Message>
      )}
      <MeetingNotices />
      <NextMeetings />
    </div>
  )
}
