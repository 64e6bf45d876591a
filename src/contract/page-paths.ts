/**
 * Addresses that both sides agree on, without schemas: the console's first script reads them before the library that makes
 * schemas is there.
 */

/** Path of the console, the vendor's own. */
export const consolePath = '/nav/users/company'

/** Path of the help page on user management, which the workspace serves to everyone. */
export const helpPath = '/help/user-management'

/** Path of the page that shows the answer to a sign-in as text, for a browser that can't reach the app by loopback. */
export const answerPagePath = '/sign-in/answer'

/** Path of the page that asks for the code of a sign-in on another device (RFC 8628 §3.3). */
export const deviceCodePath = '/device'

/**
 * What the console's pages ask of the workspace that serves them. Same origin, signed in by the session cookie; changes
 * are refused without `consoleRequestHeader`, which no form of another site can send.
 */
export const consoleApiPrefix = '/console-api'
