import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { isListed } from '../../../contract/listed-range'
import type { Occurrence } from '../../../contract/occurrences'
import { day, instantOf, wallTime } from '../../../contract/zone-time'
import { Button } from '../../controls/button'
import { Message } from '../../controls/message'
import { TryAgain } from '../../controls/try-again'
import { useWords } from '../../i18n/words'
import { ProblemText } from '../../shell/problem-text'
import { useClient, useMeetings } from '../../state/client'
import { useNow } from '../../state/use-now'
import { CrowdMenu } from './crowd-menu'
import type { Crowd } from './day-layout'
import type { MeetingIndex } from './meeting-index'
import { isSameDay, monthsOf, shortDayOf, timeOf } from './moments'
import { systemZone } from './system-zone'
import { useColumns } from './use-columns'
import { useRoom } from './use-room'
import { DayColumn } from './week-day'
import { useWeek } from './use-week'
import { weekOf } from './week-layout'
import styles from './week-view.module.css'

interface WeekViewProps {
  /** Those of the list. */
  meetings: MeetingIndex
  onOpen: (occurrence: Occurrence) => void
  /** Someone chose an empty time, in milliseconds since the epoch. */
  onSchedule: (start: number) => void
}

const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** A week as a calendar has it. Arrow keys go from meeting to meeting and from day to day. */
export function WeekView({ meetings, onOpen, onSchedule }: WeekViewProps) {
  const { t, language } = useWords()
  const { meetings: store } = useClient()
  const now = useNow(30_000)
  const zone = systemZone()
  const [moment, setMoment] = useState(now)
  const grid = useRef<HTMLDivElement>(null)
  const days = useMemo(() => weekOf(moment, zone), [moment, zone])
  const [from = 0, to = 0] = [days[0], days[7]]
  const isFar = !isListed({ from, to }, now)
  const far = useMeetings((state) => state.far)
  const week = useWeek(meetings, isFar ? (far?.meetings ?? null) : null, days, zone)
  const [hour] = useState(firstHour)
  const filled = useColumns(week)
  const room = useRoom(grid)
  const [open, setOpen] = useState<{ crowd: Crowd; day: number } | null>(null)
  const showCrowd = useCallback((crowd: Crowd | null, day: number) => setOpen(crowd === null ? null : { crowd, day }), [])

  useEffect(() => {
    void store.getState().showFar(isFar ? { from: new Date(from).toISOString(), to: new Date(to).toISOString() } : null)
  }, [store, isFar, from, to])
  useEffect(() => () => void store.getState().showFar(null), [store])

  useLayoutEffect(() => {
    if (grid.current !== null) grid.current.scrollTop = grid.current.scrollHeight * hour
  }, [hour])

  const go = (weeks: number): void => setMoment(instantOf(wallTime(from, zone) + weeks * 7 * day + day / 2, zone))

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key === 'PageDown' || event.key === 'PageUp') {
      event.preventDefault()
      // The meeting that has the focus goes with its week; the keys go on leading from week to week.
      event.currentTarget.focus({ preventScroll: true })
      return go(event.key === 'PageDown' ? 1 : -1)
    }
    const next = neighbour(event)
    if (next === null) return
    event.preventDefault()
    next.focus()
  }

  return (
    <>
      <div className={styles['bar']}>
        <Button aria-label={t('meetings.previousWeek')} onClick={() => go(-1)}>
          <IconChevronLeft className={styles['arrow']} size={18} stroke={2} aria-hidden />
        </Button>
        <Button aria-label={t('meetings.nextWeek')} onClick={() => go(1)}>
          <IconChevronRight className={styles['arrow']} size={18} stroke={2} aria-hidden />
        </Button>
        <Button onClick={() => setMoment(now)}>{t('meetings.thisWeek')}</Button>
        <h2 className={styles['months']} aria-live="polite">
          {monthsOf(from, to - 1, language)}
        </h2>
      </div>
      <FarStatus />
      <div ref={grid} className={styles['scroller']} role="region" aria-label={t('meetings.week')} tabIndex={0} onKeyDown={onKeyDown}>
        <div className={styles['corner']} />
        {week.map(({ start }) => (
          <div key={start} className={styles['dayName']} aria-hidden="true">
            <span className={isSameDay(start, now) ? styles['today'] : undefined}>{shortDayOf(start, language)}</span>
          </div>
        ))}
        <div className={styles['hours']} aria-hidden="true">
          {hours.map((hour) => (
            <span key={hour} className={styles['hour']}>
              {hour > 0 && timeOf(new Date(2000, 0, 1, hour).getTime(), language)}
            </span>
          ))}
        </div>
        {week.map((each, index) => (
          <DayColumn
            key={each.start}
            {...each}
            index={index}
            zone={zone}
            now={each.start <= now && now < (days[index + 1] ?? 0) ? now : null}
            room={index < filled ? room : null}
            shown={open?.day === each.start ? open.crowd : null}
            onOpen={onOpen}
            onCrowd={showCrowd}
            onSchedule={onSchedule}
          />
        ))}
      </div>
      {open !== null && <CrowdMenu crowd={open.crowd} onOpen={onOpen} onClose={() => setOpen(null)} />}
    </>
  )
}

/** How it is with days that the list doesn't reach: they come from the workspace as they are shown. */
function FarStatus() {
  const { t } = useWords()
  const { meetings: store } = useClient()
  const far = useMeetings((state) => state.far)
  return (
    <>
      <p className={styles['beyond']} role="status">
        {far?.state === 'loading' && t('meetings.farLoading')}
      </p>
      {far?.state === 'failed' && (
        <Message kind="warning" actions={<TryAgain onTry={() => store.getState().showFar(far.range)} />}>
          <ProblemText problem={far.problem} /> {t('meetings.farMissing')}
        </Message>
      )}
    </>
  )
}

/** The time of day that the week shows at its top: 0 for midnight, 1 for the next. */
function firstHour(): number {
  // Two hours ago comes first, but neither the night nor the late evening: they are a turn of the wheel away.
  return Math.min(15, Math.max(6.5, new Date().getHours() - 2)) / 24
}

/** The meeting that an arrow key leads to: the next of the day, or the nearest in time of the next day that has any. */
function neighbour(event: KeyboardEvent<HTMLDivElement>): HTMLElement | null {
  const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[event.key]
  const current = document.activeElement?.closest('button')
  const column = current?.closest<HTMLElement>('[data-day]')
  if (step === undefined || current === null || current === undefined || column === null || column === undefined) return null
  const of = (element: HTMLElement): HTMLElement[] => [...element.querySelectorAll('button')]
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const own = of(column)
    return own[own.indexOf(current) + step] ?? null
  }
  const columns = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-day]')]
  const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl'
  const direction = isMirrored ? -step : step
  for (let index = columns.indexOf(column) + direction; index in columns; index += direction) {
    const there = columns[index]
    const found = there === undefined ? [] : of(there)
    const top = (element: HTMLElement): number => Math.abs(element.getBoundingClientRect().top - current.getBoundingClientRect().top)
    const [nearest] = found.sort((a, b) => top(a) - top(b))
    if (nearest !== undefined) return nearest
  }
  return null
}
