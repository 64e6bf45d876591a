import { useState } from 'react'
import type { Soon } from '../../../contract/meetings'
import { relativeTime } from '../../../ui/dates'
import { Button } from '../../controls/button'
import { ListSkeleton } from '../../controls/list-skeleton'
import { Message } from '../../controls/message'
import { TryAgain } from '../../controls/try-again'
import { useWords } from '../../i18n/words'
import { OverPage } from '../../shell/broken'
import { loadedLater } from '../../shell/loaded-later'
import { ProblemText } from '../../shell/problem-text'
import { pageHref } from '../../shell/use-page'
import { useClient, useMeetings } from '../../state/client'
import { useNow } from '../../state/use-now'
import { dayOf, isSameDay, spanOf, untilInWords } from '../meetings/moments'
import { JoinLink } from '../meetings/join-link'
import styles from './next-meetings.module.css'

const ScheduleDialog = loadedLater(async () => ({ default: (await import('../meetings/schedule-dialog')).ScheduleDialog }))

/** How often the time until a meeting is told anew, in milliseconds. */
const every = 15_000
const hour = 3_600_000
const day = 24 * hour

/** What comes today and tomorrow, with the time until it. */
export function NextMeetings() {
  const { t, language } = useWords()
  const { meetings } = useClient()
  const upcoming = useMeetings((state) => state.upcoming)
  const now = useNow(every)
  const soon = upcoming?.soon.filter(({ end }) => end > now) ?? []
  const days = byDay(soon, now)
  const [isScheduling, setScheduling] = useState(false)

  return (
    <section className={styles['section']}>
      <div className={styles['head']}>
        <h2>{t('home.nextTitle')}</h2>
        <a href={pageHref('meetings')}>{t('home.allMeetings')}</a>
      </div>
      {upcoming !== null && upcoming.problem !== null && (
        <Message kind="warning" actions={<TryAgain onTry={() => meetings.getState().refresh()} />}>
          <ProblemText problem={upcoming.problem} />
          {upcoming.fetchedAt !== null && ` ${t('meetings.asOf', { age: relativeTime(upcoming.fetchedAt, now, language) })}`}
        </Message>
      )}
      {days.map((group) => (
        <Day key={group[0]?.start} meetings={group} now={now} />
      ))}
      {soon.length === 0 && (upcoming === null || (upcoming.fetchedAt === null && upcoming.problem === null)) && <ListSkeleton rows={3} height={48} />}
      {soon.length === 0 && upcoming !== null && upcoming.fetchedAt !== null && (
        <div className={styles['empty']}>
          <p>
            <strong>{t('home.nothingTitle')}</strong>
          </p>
          <p className={styles['quiet']}>{t('home.nothingText')}</p>
          <Button onClick={() => setScheduling(true)}>{t('home.schedule')}</Button>
        </div>
      )}
      {isScheduling && (
        <OverPage onClose={() => setScheduling(false)}>
          <ScheduleDialog form={{ kind: 'new', start: null, invitees: [] }} onClose={() => setScheduling(false)} />
        </OverPage>
      )}
    </section>
  )
}

/** They come in order; what began yesterday and still goes on belongs to today. */
function byDay(soon: readonly Soon[], now: number): Soon[][] {
  const days: Soon[][] = []
  for (const meeting of soon) {
    const last = days.at(-1)
    const before = last?.[0]
    if (last !== undefined && before !== undefined && isSameDay(Math.max(before.start, now), Math.max(meeting.start, now))) last.push(meeting)
    else days.push([meeting])
  }
  return days
}

function Day({ meetings, now }: { meetings: readonly Soon[]; now: number }) {
  const { t, language } = useWords()
  const start = Math.max(meetings[0]?.start ?? now, now)
  const isToday = isSameDay(start, now)
  const isTomorrow = !isToday && isSameDay(start, now + day)
  const name = isToday ? t('home.today') : isTomorrow ? t('home.tomorrow') : dayOf(start, language)
  // Tomorrow is told once, by the heading, until it is minutes away.
  const untilOf = (moment: number): string => (isTomorrow && moment - now > hour ? '' : untilInWords(moment, now, language))
  return (
    <div className={styles['day']}>
      <h3>{name}</h3>
      <ul className={styles['list']}>
        {meetings.map((meeting) => (
          <li key={`${meeting.id} ${meeting.start}`} className={styles['meeting']}>
            <span className={styles['time']}>{spanOf(meeting.start, meeting.end, language)}</span>
            <span className={styles['subject']}>{meeting.subject}</span>
            <span className={meeting.start <= now ? styles['running'] : styles['until']}>
              {meeting.start <= now ? t('home.running') : untilOf(meeting.start)}
            </span>
            <JoinLink id={meeting.id} subject={meeting.subject} />
          </li>
        ))}
      </ul>
    </div>
  )
}
