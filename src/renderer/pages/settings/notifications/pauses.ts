/** When a pause of an hour ends; in milliseconds since the epoch, as `now`. */
export function inAnHour(now: number): number {
  return now + 3_600_000
}

/** Tomorrow at eight on the computer's clock. */
export function tomorrowMorning(now: number): number {
  const day = new Date(now)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1, 8).getTime()
}
