/**
 * Deep links (`parley://…`) and the client's own pages: one table that both parses and builds them.
 */

/** Every page of the client. The link is what follows `parley://`, and the hash of the page's address. */
export const pages = {
  home: 'home',
  meetings: 'meetings',
  contacts: 'contacts',
  'settings.account': 'settings/account',
  'settings.general': 'settings/general',
  'settings.audio-and-video': 'settings/audio-and-video',
  'settings.appearance': 'settings/appearance',
  'settings.user-management': 'settings/user-management',
  'settings.advanced': 'settings/advanced',
  'settings.about': 'settings/about',
} as const

export type Page = keyof typeof pages

const scheme = 'parley:'

/**
 * Builds the deep link of a page.
 *
 * @returns An address such as `parley://settings/user-management`.
 */
export function buildDeepLink(page: Page): string {
  return `${scheme}//${pages[page]}`
}

/**
 * Builds the path of a page inside the client.
 *
 * @returns A path such as `/settings/user-management`.
 */
export function pagePath(page: Page): string {
  return `/${pages[page]}`
}

function isPage(name: string): name is Page {
  return Object.hasOwn(pages, name)
}

/** The page for an internal path such as `/settings/about`, or null. */
export function pageOfPath(path: string): Page | null {
  const wanted = path.replace(/^\/+|\/+$/g, '')
  const found = Object.entries(pages).find(([, link]) => link === wanted)?.[0]
  return found !== undefined && isPage(found) ? found : null
}

/**
 * Reads a deep link. It is input from anywhere (a web page can call it), so that only entries of the table count, in upper
 * or lower case and with or without a slash at the end: no query, fragment, credentials, port or encoded characters.
 *
 * @param link What the operating system handed over.
 * @returns The page, or null when the link is not one of Parley's.
 */
export function parseDeepLink(link: string): Page | null {
  if (link.length > 200 || !URL.canParse(link)) return null
  const url = new URL(link)
  if (url.protocol !== scheme) return null
  if (url.username !== '' || url.password !== '' || url.port !== '' || url.search !== '' || url.hash !== '') return null
  if (!/^parley:\/\/[a-z][a-z/-]*$/i.test(link)) return null
  return pageOfPath(`${url.hostname}${url.pathname}`.toLowerCase())
}
