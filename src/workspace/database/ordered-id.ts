import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

/** Random bytes for some hundred ids: asking the system for 16 at a time takes twenty times as long. */
const pool = new Uint8Array(4_096)
const perId = 16

/** Makes the function that gives ids, each after all that it gave before, whatever the clock does. @param now Milliseconds since the epoch. */
export function orderedIds(now: () => number): () => string {
  let at = pool.length
  let msecs = 0
  let seq = 0
  return () => {
    if (at === pool.length) {
      randomFillSync(pool)
      at = 0
    }
    const random = pool.slice(at, at + perId)
    at += perId
    const moment = now()
    if (moment > msecs) {
      msecs = moment
      // A random beginning, with room to count on within the millisecond (RFC 9562 §6.2, method 1).
      seq = new DataView(random.buffer).getUint32(6) >>> 1
    } else {
      seq += 1
    }
    return v7({ random, msecs, seq })
  }
}

/**
 * An id for a row of a table that grows large: a UUID of version 7 (RFC 9562 §5.7), which begins with the time. Rows that
 * are made one after the other lie side by side in every index of their ids; with random ones, each of thousands of rows
 * would change another page. It tells when it was made: no secret may be one.
 */
export const orderedId: () => string = orderedIds(Date.now)
