import { parseDeepLink, type Destination } from '../../contract/routes'

/** What the deep link of a start asks for. */
export type LinkRequest = { kind: 'none' } | { kind: 'page'; destination: Destination } | { kind: 'unknown' }

/** Reads one link, as an operating system hands it over. */
export function readLink(link: string): LinkRequest {
  const destination = parseDeepLink(link)
  return destination === null ? { kind: 'unknown' } : { kind: 'page', destination }
}
