/** The longest wait that is obeyed, in milliseconds: a mistake of a server must not silence the client for days. */
export const longestWait = 60 * 60_000

/**
 * Reads a `Retry-After` header (RFC 9110 §10.2.3): seconds, or a date.
 *
 * @param header The header's value, or null.
 * @param now Milliseconds since the epoch.
 * @returns When requests may be made again, milliseconds since the epoch; null when the header says nothing.
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null
  const text = header.trim()
  if (/^\d{1,10}$/.test(text)) return now + Math.min(Number(text) * 1_000, longestWait)
  // Only HTTP dates: Date.parse takes much else.
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)) return null
  const moment = Date.parse(text)
  return Number.isNaN(moment) ? null : Math.min(Math.max(moment, now), now + longestWait)
}
