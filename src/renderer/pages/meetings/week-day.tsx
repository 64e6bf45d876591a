import { memo, useCallback, useLayoutEffect, useMemo, type MouseEvent } from 'react'
import type { Occurrence } from '../../../contract/occurrences'
import { day, instantOf, wallTime } from '../../../contract/zone-time'
import { useWords } from '../../i18n/words'
import { CrowdButton } from './crowd-button'
import { layOutDay, nameOf, nowAndNext, successorOf, type Block, type Crowd } from './day-layout'
import { dayOf, spanOf, timeOf } from './moments'
import { placeOf } from './place-of'
import type { WeekDay } from './week-layout'
import styles from './week-view.module.css'

interface DayColumnProps extends WeekDay {
  /** Which day of the week it is, 0 for the first. */
  index: number
  zone: string
  /** The time of day, milliseconds since the epoch, on the day that it falls on; else null. */
  now: number | null
  /** How many meetings may stand side by side; null while nothing is drawn yet. */
  room: number | null
  /** The crowd whose list is shown, if it is of this day. */
  shown: Crowd | null
  onOpen: (occurrence: Occurrence) => void
  /** The list of a crowd is to be shown; null where there is no such crowd any more. */
  onCrowd: (crowd: Crowd | null, day: number) => void
  /** Someone chose an empty time, in milliseconds since the epoch. */
  onSchedule: (start: number) => void
}

const halfHours = 48
/** Below three quarters of an hour there is room for one line. */
const oneLine = 0.75 / 24

/** One day's column of the week. */
export const DayColumn = memo(function DayColumn({ start, placed, index, zone, now, room, shown, onOpen, onCrowd, onSchedule }: DayColumnProps) {
  const { t, language } = useWords()
  const [first, second] = useMemo(() => (now === null ? [] : nowAndNext(placed, now)), [placed, now])
  const all = useMemo(() => {
    const kept = [first, second].filter((each) => each !== undefined)
    return room === null ? [] : layOutDay(placed, room, kept)
  }, [placed, room, first, second])
  const crowds = all.filter((each) => each.kind === 'crowd')
  const show = useCallback((crowd: Crowd | null) => onCrowd(crowd, start), [onCrowd, start])
  useLayoutEffect(() => {
    // A list that is open follows its meetings, and stays beside its button.
    if (shown !== null && !all.includes(shown)) show(successorOf(shown, all))
  }, [all, shown, show])
  return (
    <section
      className={styles['day']}
      aria-label={dayOf(start, language)}
      data-day={index}
      onClick={(event) => {
        const half = halfHourAt(event)
        if (half !== null) onSchedule(instantOf(wallTime(start, zone) + (half * day) / halfHours, zone))
      }}
    >
      {now !== null && (
        <div className={styles['now']} style={{ insetBlockStart: `${((wallTime(now, zone) - wallTime(start, zone)) / day) * 100}%` }}>
          <span className={styles['hidden']}>{t('meetings.nowLine', { time: timeOf(now, language) })}</span>
        </div>
      )}
      <ul>
        {all.map((each) =>
          each.kind === 'meeting' ? (
            <BlockButton key={nameOf(each.occurrence)} block={each} onOpen={onOpen} />
          ) : (
            // It stays the same button when its meetings change: the focus returns to it from its list.
            <CrowdButton key={crowds.indexOf(each)} crowd={each} isShown={each === shown} onCrowd={show} />
          ),
        )}
      </ul>
    </section>
  )
})

const BlockButton = memo(function BlockButton({ block, onOpen }: { block: Block; onOpen: (occurrence: Occurrence) => void }) {
  const { language } = useWords()
  const { occurrence, top, bottom, width, lanes } = block
  const span = spanOf(occurrence.start, occurrence.end, language)
  const looks = ['meeting', ...(bottom - top < oneLine ? ['short'] : []), ...(width < lanes ? ['narrow'] : [])]
  return (
    <li className={styles['block']} style={placeOf(block)}>
      <button type="button" className={looks.map((look) => styles[look]).join(' ')} title={`${occurrence.meeting.subject} ${span}`} aria-haspopup="dialog" onClick={() => onOpen(occurrence)}>
        <span className={styles['subject']}>{occurrence.meeting.subject}</span>{' '}
        <span className={styles['time']}>{span}</span>
      </button>
    </li>
  )
})

/** Which half hour of its day was pressed; null when a meeting was. */
function halfHourAt(event: MouseEvent<HTMLElement>): number | null {
  if (event.target instanceof Element && event.target.closest('button') !== null) return null
  const { top, height } = event.currentTarget.getBoundingClientRect()
  return Math.min(halfHours - 1, Math.max(0, Math.floor(((event.clientY - top) / height) * halfHours)))
}
