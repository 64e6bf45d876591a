import type { Meeting } from '../../../contract/meeting'
import { occurrencesOf, type Occurrence } from '../../../contract/occurrences'
import { day, instantOf, startOfDay, wallTime } from '../../../contract/zone-time'

/** One row of the list: a day's name, or a time at which a meeting takes place. */
export type AgendaRow =
  | { readonly kind: 'day'; readonly key: string; readonly moment: number }
  | { readonly kind: 'meeting'; readonly key: string; readonly occurrence: Occurrence }

/** How far series are followed, in days: the list tells what is to come, not a year of Mondays. */
const horizon = { upcoming: 60, past: 35 }

/** Two lists as one; of a meeting that both have, the second one's counts. */
export function together(first: readonly Meeting[], second: readonly Meeting[]): Meeting[] {
  return [...new Map([...first, ...second].map((meeting) => [meeting.id, meeting])).values()]
}

/** All times of some meetings within a range, earliest first. */
export function occurrencesIn(meetings: readonly Meeting[], range: { from: number; to: number }, zone: string): Occurrence[] {
  return meetings.flatMap((meeting) => occurrencesOf(meeting, range, zone)).sort((a, b) => a.start - b.start || a.end - b.end)
}

/**
 * The rows of the list: what is to come from today on, earliest first; or what is over, latest first.
 *
 * @param now Milliseconds since the epoch.
 * @param zone The reader's zone.
 */
export function agendaOf(meetings: readonly Meeting[], which: 'upcoming' | 'past', now: number, zone: string): AgendaRow[] {
  const at = (days: number): number => instantOf(Math.floor(wallTime(now, zone) / day) * day + days * day, zone)
  const found =
    which === 'upcoming'
      ? upcoming(meetings, now, at(horizon.upcoming), zone)
      : occurrencesIn(meetings, { from: at(-horizon.past), to: now }, zone).filter(({ end }) => end <= now).reverse()
  const rows: AgendaRow[] = []
  let shown: { readonly from: number; readonly to: number } | null = null
  for (const occurrence of found) {
    // What began yesterday and still goes on stands under today.
    const moment = which === 'upcoming' ? Math.max(occurrence.start, now) : occurrence.start
    if (shown === null || moment < shown.from || moment >= shown.to) {
      const date = startOfDay(moment, zone)
      shown = { from: date, to: instantOf(wallTime(date, zone) + day, zone) }
      rows.push({ kind: 'day', key: `day ${date}`, moment: date })
    }
    rows.push({ kind: 'meeting', key: `${occurrence.meeting.id} ${occurrence.start}`, occurrence })
  }
  return rows
}

/** A meeting that is held once is there however far away; a series up to the horizon. */
function upcoming(meetings: readonly Meeting[], now: number, to: number, zone: string): Occurrence[] {
  const once = meetings.filter(({ recurrence }) => recurrence === null)
  const series = meetings.filter(({ recurrence }) => recurrence !== null)
  return [...occurrencesIn(once, { from: now, to: Infinity }, zone), ...occurrencesIn(series, { from: now, to }, zone)].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )
}
