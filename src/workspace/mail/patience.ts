import { hourInSeconds } from '../clock'

const minute = 60_000

/** How long to wait after each time that the server took nothing, milliseconds; about a day in all, then it is given up. */
export const waits: readonly number[] = [minute, 5 * minute, 15 * minute, ...[1, 3, 6, 12].map((hours) => hours * hourInSeconds * 1000)]

/** How often a message may be sent whose sending nobody noted the end of. */
export const mostBegun = 2
