import type { Settings } from '../../contract/settings'

type Quiet = Pick<Settings['notifications'], 'quietHours' | 'quietFrom' | 'quietUntil' | 'pausedUntil'>

/** The longest pause that the page offers, and a day to spare: a clock that was set back must not make one endless. */
const longestPause = 48 * 3_600_000

/**
 * Whether nothing is to be shown now.
 *
 * @param now Milliseconds since the epoch.
 * @param timeOfDay The computer's clock, as `07:30`.
 */
export function isQuiet({ quietHours, quietFrom, quietUntil, pausedUntil }: Quiet, now: number, timeOfDay: string): boolean {
  if (pausedUntil !== null && now < pausedUntil && pausedUntil - now < longestPause) return true
  if (!quietHours || quietFrom === quietUntil) return false
  // Texts of this form sort as the times do. Quiet hours may go over midnight.
  if (quietFrom < quietUntil) return quietFrom <= timeOfDay && timeOfDay < quietUntil
  return quietFrom <= timeOfDay || timeOfDay < quietUntil
}

/** The computer's clock at a moment, as `07:30`. */
export function timeOfDayAt(now: number): string {
  const time = new Date(now)
  return [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}
