import type { Licence } from '../../contract/licence'

/** How a licence stands on a given day. */
export type LicenceState =
  | { readonly state: 'active' }
  /** `days` is 0 on its last day. */
  | { readonly state: 'ending'; readonly days: number }
  | { readonly state: 'expired' }
  | { readonly state: 'switched-off' }

/** From this many days before its end, a licence is shown as ending. */
const daysOfNotice = 30

const dayLength = 24 * 60 * 60 * 1000

/** The calendar day at a place and time, as an ISO 8601 date. */
export function isoDate(time: Date): string {
  const month = String(time.getMonth() + 1).padStart(2, '0')
  const day = String(time.getDate()).padStart(2, '0')
  return `${String(time.getFullYear()).padStart(4, '0')}-${month}-${day}`
}

/**
 * Tells how a licence stands.
 *
 * @param today ISO 8601 date.
 */
export function licenceState(licence: Pick<Licence, 'active' | 'endsOn'>, today: string): LicenceState {
  const { active, endsOn } = licence
  if (endsOn !== null && endsOn < today) return { state: 'expired' }
  if (!active) return { state: 'switched-off' }
  if (endsOn === null) return { state: 'active' }
  // Both are read as midnight UTC, so that no change of the clock makes a day longer or shorter.
  const days = Math.round((Date.parse(endsOn) - Date.parse(today)) / dayLength)
  return days <= daysOfNotice ? { state: 'ending', days } : { state: 'active' }
}

/** Seats that can still be given; never below none, even where more are used than the company holds. */
export function seatsLeft(licence: Pick<Licence, 'seats' | 'seatsUsed'>): number {
  return Math.max(0, licence.seats - licence.seatsUsed)
}
