import { eventNames, type EventsQuery } from '../../contract/console-events'

/** What the page's address says of the entries wanted. Days are ISO 8601 dates, where the reader is. */
export interface EventsFilter {
  readonly author: string
  readonly name: EventsQuery['name']
  readonly affected: string
  readonly from: string
  readonly to: string
}

export const noFilter: EventsFilter = { author: '', name: '', affected: '', from: '', to: '' }

/** Reads the page's address; what it does not understand filters nothing. */
export function readEventsFilter(search: string): EventsFilter {
  const given = new URLSearchParams(search)
  const name = eventNames.find((each) => each === given.get('name')) ?? ''
  const text = (field: string) => (given.get(field) ?? '').slice(0, 100)
  return { author: text('author'), name, affected: text('affected'), from: day(given, 'from'), to: day(given, 'to') }
}

function day(given: URLSearchParams, field: string): string {
  const value = given.get(field) ?? ''
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : ''
}

/** The page's address for a filter. */
export function writeEventsFilter(filter: EventsFilter): string {
  const search = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString()
  return search === '' ? '' : `?${search}`
}

/**
 * What to ask the workspace for: from the first day's beginning to the last day's end, where the reader is.
 *
 * @param before The number that the page of older entries begins below.
 */
export function toEventsSearch({ from, to, ...filter }: EventsFilter, before: number | null): string {
  const search = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''))
  if (from !== '') search.set('from', String(beginningOf(from, 0)))
  if (to !== '') search.set('to', String(beginningOf(to, 1)))
  if (before !== null) search.set('before', String(before))
  return search.toString()
}

function beginningOf(date: string, daysLater: number): number {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number)
  return Math.max(0, new Date(year, month - 1, dayOfMonth + daysLater).getTime())
}
