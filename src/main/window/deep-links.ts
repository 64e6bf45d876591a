import { parseDeepLink, type Destination } from '../../contract/routes'

/** What a start, or a second start, of the application asks for. */
export type LinkRequest = { kind: 'none' } | { kind: 'page'; destination: Destination } | { kind: 'unknown' }

/**
 * Reads the deep link out of a command line: on Windows and Linux the operating system hands links over so.
 *
 * @param args The arguments, with or without the program's own path.
 * @returns The page of the first `parley:` link; `unknown` when it is not one of Parley's.
 */
export function linkFromArguments(args: readonly string[]): LinkRequest {
  const link = args.find((argument) => /^parley:/i.test(argument))
  return link === undefined ? { kind: 'none' } : readLink(link)
}

/** Reads one link, as macOS hands it over. */
export function readLink(link: string): LinkRequest {
  const destination = parseDeepLink(link)
  return destination === null ? { kind: 'unknown' } : { kind: 'page', destination }
}
