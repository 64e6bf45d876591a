import { randomInt } from 'node:crypto'

/** A new id as people write it, `m12-345-678`: drawn, so that one does not tell the next. */
export function newMeetingId(): string {
  const digits = String(randomInt(100_000_000)).padStart(8, '0')
  return `m${digits.slice(0, 2)}-${digits.slice(2, 5)}-${digits.slice(5)}`
}

/** The page that hands a meeting over to Parley. */
export const joinPath = '/join'

/** What a participant opens: a page of the workspace. @param address The workspace's origin. */
export function participantLink(address: string, meetingId: string): string {
  return `${address}${joinPath}/${meetingId}`
}
