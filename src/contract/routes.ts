import { readMeetingId } from './meeting-id'
import { meetingPlacePattern } from './meeting-link'
import { readUrl } from './read-url'

/**
 * Deep links (`parley://…`) and the client's own pages: one table that both parses and builds them. The first screen stands
 * on it, so that the schema of a destination, for messages, is in `destination.ts`.
 */

/** Every page of the client. The pattern is what follows `parley://`, and the hash of the page's address. */
const routes = {
  home: 'home',
  /** The page before a meeting, where one looks at oneself and chooses devices. */
  join: 'join/:meeting',
  /** The same, of a meeting whose link tells where it is: the host of its workspace. */
  'join.at': 'join/:meeting/:place',
  meetings: 'meetings',
  'meetings.week': 'meetings/week',
  contacts: 'contacts',
  'settings.account': 'settings/account',
  'settings.general': 'settings/general',
  'settings.audio-and-video': 'settings/audio-and-video',
  'settings.notifications': 'settings/notifications',
  'settings.shortcuts': 'settings/shortcuts',
  'settings.appearance': 'settings/appearance',
  'settings.network': 'settings/network',
  'settings.user-management': 'settings/user-management',
  'settings.advanced': 'settings/advanced',
  'settings.about': 'settings/about',
} as const

export type Page = keyof typeof routes

/** A page whose name alone leads to it. */
export type PlainPage = { [P in Page]: (typeof routes)[P] extends `${string}:${string}` ? never : P }[Page]

export const pageNames = Object.keys(routes).filter((name): name is Page => Object.hasOwn(routes, name))

export const isPlain = (page: Page): page is PlainPage => !routes[page].includes(':')

/** The page of a meeting, where its place is known with that. */
export function joinPageOf(meeting: string, place: string | null): Destination {
  return place === null ? { page: 'join', meeting } : { page: 'join.at', meeting, place }
}

/** A page with the parameters of its pattern: what a link leads to. */
export type Destination =
  | { readonly page: PlainPage }
  | { readonly page: 'join'; readonly meeting: string }
  | { readonly page: 'join.at'; readonly meeting: string; readonly place: string }

/** What a pattern's parameters must be, and the one form that they get. */
const parameters = {
  meeting: (text: string) => {
    const reading = readMeetingId(text)
    return 'id' in reading ? reading.id : null
  },
  place: (text: string) => (meetingPlacePattern.test(text) ? text : null),
}

const scheme = 'parley:'

/**
 * Builds the deep link of a page.
 *
 * @returns An address such as `parley://settings/user-management`.
 */
export function buildDeepLink(destination: Destination): string {
  return `${scheme}/${pagePath(destination)}`
}

/**
 * Builds the path of a page inside the client.
 *
 * @returns A path such as `/settings/user-management` or `/join/m12-345-678`.
 */
export function pagePath({ page, ...values }: Destination): string {
  const texts = new Map<string, string>(Object.entries(values))
  return `/${routes[page].replaceAll(/:([a-z]+)/g, (_, name: string) => texts.get(name) ?? '')}`
}

/** The page for an internal path such as `/settings/about`, or null. */
export function pageOfPath(path: string): Destination | null {
  const wanted = path.replace(/^\/+|\/+$/g, '').split('/')
  for (const page of pageNames) {
    const texts = match(routes[page].split('/'), wanted)
    const destination = texts === null ? null : destinationOf(page, texts)
    if (destination !== null) return destination
  }
  return null
}

function destinationOf(page: Page, texts: ReadonlyMap<string, string>): Destination | null {
  if (isPlain(page)) return { page }
  const meeting = parameters.meeting(texts.get('meeting') ?? '')
  if (meeting === null) return null
  if (page === 'join') return { page, meeting }
  const place = parameters.place(texts.get('place') ?? '')
  return place === null ? null : { page, meeting, place }
}

/** The parameters of a path that follows a pattern, or null when it does not. */
function match(pattern: readonly string[], path: readonly string[]): ReadonlyMap<string, string> | null {
  const pairs = pattern.map((part, index) => [part, path[index] ?? ''] as const)
  if (pattern.length !== path.length || pairs.some(([part, given]) => !part.startsWith(':') && part !== given)) return null
  return new Map(pairs.filter(([part]) => part.startsWith(':')).map(([part, given]) => [part.slice(1), given]))
}

/**
 * Reads a deep link. It is input from anywhere (a web page can call it), so that only entries of the table count, in upper
 * or lower case and with or without a slash at the end: no query, fragment, credentials, port or encoded characters.
 *
 * @param link What the operating system handed over.
 * @returns The page, or null when the link is not one of Parley's.
 */
export function parseDeepLink(link: string): Destination | null {
  const url = link.length > 200 ? null : readUrl(link)
  if (url?.protocol !== scheme) return null
  if (url.username !== '' || url.password !== '' || url.port !== '' || url.search !== '' || url.hash !== '') return null
  if (!/^parley:\/\/[a-z][a-z\d/.:-]*$/i.test(link) || link.includes('/.')) return null
  return pageOfPath(`${url.hostname}${url.pathname}`.toLowerCase())
}
