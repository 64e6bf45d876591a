import { IconCalendarEvent, IconLock, IconRepeat } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import type { Occurrence } from '../../../contract/occurrences'
import { Button } from '../../controls/button'
import { useWords } from '../../i18n/words'
import { EmptyPage } from '../../shell/empty-page'
import { useNow } from '../../state/use-now'
import { JoinLink } from './join-link'
import type { MeetingIndex } from './meeting-index'
import styles from './meetings-list.module.css'
import { dayOf, spanOf } from './moments'
import { useAgenda } from './use-agenda'

interface MeetingsListProps {
  meetings: MeetingIndex
  onOpen: (occurrence: Occurrence) => void
  onSchedule: () => void
}

const height = { day: 44, meeting: 60 }

/** The list of meetings by day. Only the rows in sight are in the page, however many there are. */
export function MeetingsList({ meetings, onOpen, onSchedule }: MeetingsListProps) {
  const { t, language } = useWords()
  const now = useNow(60_000)
  const [which, setWhich] = useState<'upcoming' | 'past'>('upcoming')
  const scroller = useRef<HTMLDivElement>(null)
  const { rows, isWhole } = useAgenda(meetings, which, now)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => height[rows[index]?.kind ?? 'meeting'],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  })

  return (
    <>
      <div className={styles['which']} role="group" aria-label={t('meetings.which')}>
        {(['upcoming', 'past'] as const).map((each) => (
          <button key={each} type="button" aria-pressed={which === each} onClick={() => setWhich(each)}>
            {t(each === 'upcoming' ? 'meetings.upcoming' : 'meetings.past')}
          </button>
        ))}
      </div>
      {isWhole && rows.length === 0 && which === 'upcoming' && (
        <EmptyPage icon={<IconCalendarEvent size={36} stroke={1.5} />} title={t('meetings.emptyTitle')} text={t('meetings.emptyText')}>
          <Button onClick={onSchedule}>{t('meetings.schedule')}</Button>
        </EmptyPage>
      )}
      {isWhole && rows.length === 0 && which === 'past' && <p className={styles['quiet']}>{t('meetings.emptyPast')}</p>}
      {rows.length > 0 && (
        <div ref={scroller} className={styles['scroller']} role="region" aria-label={t('meetings.title')} tabIndex={-1}>
          <ul className={styles['rows']} data-in-sight style={{ blockSize: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const row = rows[item.index]
              if (row === undefined) return null
              return (
                <li
                  key={item.key}
                  className={styles['row']}
                  style={{ blockSize: item.size, transform: `translateY(${item.start}px)` }}
                  aria-setsize={isWhole ? rows.length : -1}
                  aria-posinset={item.index + 1}
                >
                  {row.kind === 'day' ? <h2 className={styles['day']}>{dayOf(row.moment, language)}</h2> : <Row occurrence={row.occurrence} onOpen={onOpen} />}
                </li>
              )
            })}
          </ul>
        </div>
      )}
    </>
  )
}

function Row({ occurrence, onOpen }: { occurrence: Occurrence; onOpen: (occurrence: Occurrence) => void }) {
  const { t, language } = useWords()
  const { meeting, start, end } = occurrence
  return (
    <div className={styles['meeting']}>
      <button type="button" className={styles['open']} onClick={() => onOpen(occurrence)} aria-haspopup="dialog">
        <span className={styles['time']}>{spanOf(start, end, language)}</span>
        <span className={styles['subject']}>{meeting.subject}</span>
        <span className={styles['marks']}>
          {meeting.recurrence !== null && (
            <>
              <IconRepeat size={16} stroke={1.75} aria-hidden />
              <span className={styles['hidden']}>{t('meetings.series')}</span>
            </>
          )}
          {meeting.hasPassword && (
            <>
              <IconLock size={16} stroke={1.75} aria-hidden />
              <span className={styles['hidden']}>{t('meetings.hasPassword')}</span>
            </>
          )}
        </span>
      </button>
      <JoinLink id={meeting.id} subject={meeting.subject} />
    </div>
  )
}
