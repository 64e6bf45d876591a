import { readMeetingId } from './meeting-id'
import { readUrl } from './read-url'

/** Where a meeting is: the host of its workspace, with a port where it has one of its own, as `URL.host` writes it. */
export const meetingPlacePattern = /^[a-z\d](?:[a-z\d.-]{0,118}[a-z\d])?(?::\d{1,5})?$/

/** Longer than any link to a meeting, in characters. */
export const longestMeetingLink = 2_000

/**
 * The place of an address.
 *
 * @returns Its host, or null where the address can't be one of a meeting: not of the web, or with credentials.
 */
export function placeOfLink(link: string): string | null {
  const url = link.length > longestMeetingLink ? null : readUrl(link)
  if (url === null) return null
  const { protocol, username, password, host } = url
  const isOfWeb = protocol === 'https:' || protocol === 'http:'
  return isOfWeb && username === '' && password === '' && meetingPlacePattern.test(host) ? host : null
}

/**
 * Finds the address that leads to a meeting in a text that was typed or pasted, such as an invitation.
 *
 * @param id The meeting, as `readMeetingId` read it out of the same text.
 * @returns The address as it is written there, since what follows the id may tell capitals apart; null where there is none.
 */
export function meetingLinkIn(text: string, id: string): string | null {
  for (const [written] of text.slice(0, 20_000).matchAll(/\bhttps?:\/\/[^\s<>"']+/gi)) {
    const link = written.replace(/[.,;:!?)\]]+$/, '')
    const reading = readMeetingId(link)
    if ('id' in reading && reading.id === id && placeOfLink(link) !== null) return link
  }
  return null
}
