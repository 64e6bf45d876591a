import { memo, type MouseEvent } from 'react'
import type { Occurrence } from '../../../contract/occurrences'
import { day, instantOf, wallTime } from '../../../contract/zone-time'
import { useWords } from '../../i18n/words'
import { dayOf, spanOf, timeOf } from './moments'
import { distanceOf, type Block, type WeekDay } from './week-layout'
import styles from './week-view.module.css'

interface DayColumnProps extends WeekDay {
  /** Which day of the week it is, 0 for the first. */
  index: number
  zone: string
  /** The time of day, milliseconds since the epoch, on the day that it falls on; else null. */
  now: number | null
  /** Meetings that are further than this from `hour` are not drawn yet. */
  reach: number
  /** The time of day that is in sight first: 0 for midnight, 1 for the next. */
  hour: number
  onOpen: (occurrence: Occurrence) => void
  /** Someone chose an empty time, in milliseconds since the epoch. */
  onSchedule: (start: number) => void
}

const halfHours = 48
/** Below three quarters of an hour there is room for one line. */
const oneLine = 0.75 / 24

/** One day's column of the week. */
export const DayColumn = memo(function DayColumn({ start, blocks, index, zone, now, reach, hour, onOpen, onSchedule }: DayColumnProps) {
  const { t, language } = useWords()
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
        {blocks.map(
          (block) =>
            distanceOf(block, hour) <= reach && (
              <BlockButton key={`${block.occurrence.meeting.id} ${block.occurrence.start}`} block={block} onOpen={onOpen} />
            ),
        )}
      </ul>
    </section>
  )
})

const BlockButton = memo(function BlockButton({ block, onOpen }: { block: Block; onOpen: (occurrence: Occurrence) => void }) {
  const { language } = useWords()
  const { occurrence, top, bottom, lane, lanes } = block
  const isShort = bottom - top < oneLine
  return (
    <li
      className={styles['block']}
      style={{
        insetBlockStart: `${top * 100}%`,
        blockSize: `${(bottom - top) * 100}%`,
        insetInlineStart: `${(lane / lanes) * 100}%`,
        inlineSize: `${100 / lanes}%`,
      }}
    >
      <button type="button" className={isShort ? `${styles['meeting'] ?? ''} ${styles['short'] ?? ''}` : styles['meeting']} aria-haspopup="dialog" onClick={() => onOpen(occurrence)}>
        <span className={styles['subject']}>{occurrence.meeting.subject}</span>{' '}
        <span className={styles['time']}>{spanOf(occurrence.start, occurrence.end, language)}</span>
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
