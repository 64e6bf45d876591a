/** Gives the time, milliseconds since the epoch. A parameter everywhere, so that tests set it. */
export type Clock = () => number

/** The calendar day of a moment in UTC, ISO 8601 (`2027-01-31`). Licences end by such days. */
export function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10)
}

export const hourInSeconds = 60 * 60
export const dayInSeconds = 24 * hourInSeconds
export const dayInMilliseconds = dayInSeconds * 1000
