import type { Occurrence } from '../../../contract/occurrences'
import { day, instantOf, startOfDay, wallTime } from '../../../contract/zone-time'
import { occurrencesIn, onceFrom, type MeetingIndex } from './meeting-index'

/** One row of the list: a day's name, or a time at which a meeting takes place. */
export type AgendaRow =
  | { readonly kind: 'day'; readonly key: string; readonly moment: number }
  | { readonly kind: 'meeting'; readonly key: string; readonly occurrence: Occurrence }

/**
 * The days of the list's parts, counted from today: what one sees first is little work. Series are followed no further than this:
 * the list tells what is to come, not a year of Mondays.
 */
const parts = { upcoming: [3, 7, 14, 21, 28, 36, 44, 52, 60], past: [3, 7, 14, 21, 28, 35] }

/**
 * The rows of the list: what is to come from today on, earliest first; or what is over, latest first. They come part by part,
 * each time all of them so far, so that thousands of meetings need not be gone through before the first is shown.
 *
 * @param now Milliseconds since the epoch.
 * @param zone The reader's zone.
 */
export function* agendaOf(meetings: MeetingIndex, which: 'upcoming' | 'past', now: number, zone: string): Generator<readonly AgendaRow[], void> {
  const today = Math.floor(wallTime(now, zone) / day) * day
  const moments = parts[which].map((days) => instantOf(today + (which === 'upcoming' ? days : -days) * day, zone))
  let rows: readonly AgendaRow[] = []
  let shown: { readonly from: number; readonly to: number } | null = null
  const append = (found: readonly Occurrence[]): readonly AgendaRow[] => {
    const more: AgendaRow[] = []
    for (const occurrence of found) {
      // What began yesterday and still goes on stands under today.
      const moment = which === 'upcoming' ? Math.max(occurrence.start, now) : occurrence.start
      if (shown === null || moment < shown.from || moment >= shown.to) {
        const date = startOfDay(moment, zone)
        shown = { from: date, to: instantOf(wallTime(date, zone) + day, zone) }
        more.push({ kind: 'day', key: `day ${date}`, moment: date })
      }
      more.push({ kind: 'meeting', key: `${occurrence.meeting.id} ${occurrence.start}`, occurrence })
    }
    return (rows = rows.concat(more))
  }

  // Each time belongs to the part in which it begins; what goes on already, or began before all parts, to the one that it reaches into.
  let reached = now
  for (const [index, moment] of moments.entries()) {
    if (which === 'upcoming') {
      const [from, isFirst] = [reached, index === 0]
      yield append(occurrencesIn(meetings, { from, to: moment }, zone).filter(({ start }) => isFirst || start >= from))
    } else {
      const isLast = index === moments.length - 1
      const found = occurrencesIn(meetings, { from: moment, to: reached }, zone)
      yield append(found.filter(({ start, end }) => end <= now && (isLast || start >= moment)).reverse())
    }
    reached = moment
  }
  if (which === 'past') return
  // A meeting that is held once is there however far away.
  const far = onceFrom(meetings, reached)
  if (far.length > 0) yield append(far)
}
