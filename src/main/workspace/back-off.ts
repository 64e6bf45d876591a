/** Bounds of a wait that doubles, in milliseconds. */
export interface BackOff {
  first: number
  longest: number
}

/**
 * The wait before an attempt: it doubles from the first to the longest.
 *
 * @param attempt Counts from 1.
 * @returns Milliseconds.
 */
export function backOff(attempt: number, { first, longest }: BackOff): number {
  return Math.min(longest, first * 2 ** Math.min(Math.max(attempt, 1) - 1, 30))
}
