import { day } from './zone-time'

/** What is asked for of an account's meetings, in milliseconds from now: some weeks back, for looking something up, and a year ahead. */
export const listed = { past: 35 * day, ahead: 400 * day } as const

/**
 * Tells whether the list of meetings holds all of a range of days.
 *
 * @param range Milliseconds since the epoch.
 * @param now Milliseconds since the epoch.
 */
export function isListed({ from, to }: { readonly from: number; readonly to: number }, now: number): boolean {
  return from >= now - listed.past && to <= now + listed.ahead
}
