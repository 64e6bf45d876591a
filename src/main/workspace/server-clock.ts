/** How far this computer's clock may be off before it counts as wrong, in milliseconds: certificates last longer. */
const tolerance = 60 * 60_000

/** The servers' clock, as their answers' `Date` headers tell it (RFC 9110 §6.6.1). */
export interface ServerClock {
  note(dateHeader: string | null): void
  /** Their time, milliseconds since the epoch; this computer's while none has answered. */
  theirs(): number
  /** True when this computer's clock is far from theirs. */
  isWrong(): boolean
}

/** @param now This computer's clock, milliseconds since the epoch. */
export function serverClock(now: () => number): ServerClock {
  let difference = 0
  return {
    note: (dateHeader) => {
      const moment = dateHeader === null ? Number.NaN : Date.parse(dateHeader)
      if (!Number.isNaN(moment)) difference = moment - now()
    },
    theirs: () => now() + difference,
    isWrong: () => Math.abs(difference) > tolerance,
  }
}
