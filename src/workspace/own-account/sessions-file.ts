import type { OwnSession } from '../../contract/own-account'
import { writeMoment } from '../csv/write-row'
import { shortCsvFile } from '../http/streams'

/** An answer of a CSV file with what an account is signed in with. */
export function sessionsFile(sessions: readonly OwnSession[]): Response {
  const rows = sessions.map(({ kind, userAgent, address, startedAt, isCurrent }) =>
    [kind, userAgent, address, writeMoment(startedAt), isCurrent ? 'yes' : 'no'])
  return shortCsvFile('sessions.csv', ['signed in with', 'browser', 'address', 'since', 'this browser'], rows)
}
