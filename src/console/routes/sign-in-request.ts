import { readUrl } from '../../contract/read-url'
import { isConsolePage, paths } from './paths'

/** What brought somebody to the sign-in page. */
export interface SignInRequest {
  /** Fills in the e-mail (OpenID Connect Core §3.1.2.1, `login_hint`). */
  email: string
  /** Page of the console to go to afterwards, unless the desktop app waits. */
  next: string
  /** Who or what leads here. */
  from:
    | 'desktop-app'
    /** A page of the console, which needs a session. */
    | 'console'
    /** A sign-in link that names no client that the workspace knows (RFC 6749 §4.1.2.1). */
    | 'broken-link'
    | 'nowhere'
}

/**
 * Makes sure that a path given in an address leads to a page of this console and nowhere else, so that a link can't
 * use the sign-in page to lead people away (CWE-601).
 *
 * @param wanted What the address asks for.
 * @param origin The console's own origin.
 * @returns A path with its query; the users' page when the wanted one is no page of the console.
 */
export function safeNext(wanted: string | null, origin: string): string {
  // The browser's own parser decides, because it also resolves `//host`, `/\host`, tabs and `..`.
  const url = wanted?.startsWith('/') === true ? readUrl(wanted, origin) : null
  if (url === null) return paths.users
  return url.origin === origin && isConsolePage(url.pathname) ? `${url.pathname}${url.search}` : paths.users
}

/**
 * Reads the query of the sign-in page.
 *
 * @param search The address's query.
 * @param origin The console's own origin.
 */
export function readSignInRequest(search: string, origin: string): SignInRequest {
  const query = new URLSearchParams(search)
  return {
    email: (query.get('login_hint') ?? '').slice(0, 100),
    next: safeNext(query.get('next'), origin),
    from: query.has('sig')
      ? 'desktop-app'
      : query.has('error')
        ? 'broken-link'
        : query.has('next')
          ? 'console'
          : 'nowhere',
  }
}

/**
 * Builds the address of the sign-in page for somebody who has no session, or whose session has ended.
 *
 * @param path Path of the page to come back to.
 * @param search That page's query. A `login_hint` in it is for the sign-in page and goes there.
 * @param email The e-mail of the session that has ended, or null.
 */
export function signInAddress(path: string, search: string, email: string | null): string {
  const rest = new URLSearchParams(search)
  const hint = email ?? rest.get('login_hint')
  rest.delete('login_hint')
  const query = new URLSearchParams({ next: rest.size === 0 ? path : `${path}?${rest.toString()}` })
  if (hint !== null) query.set('login_hint', hint)
  return `${paths.signIn}?${query.toString()}`
}
