import { v7 } from 'uuid'

/**
 * An id for a row of a table that grows large: a UUID of version 7 (RFC 9562 §5.7), which begins with the time. Rows that
 * are made one after the other lie side by side in every index of their ids; with random ones, each of thousands of rows
 * would change another page. It tells when it was made: no secret may be one.
 */
export function orderedId(): string {
  return v7()
}
