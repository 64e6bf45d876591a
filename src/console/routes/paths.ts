import { consolePath, helpPath } from '../../contract/web-api'

/** The console's pages. The vendor's console has its users at the same path. */
export const paths = {
  users: consolePath,
  licences: `${consolePath}/licences`,
  signIn: '/sign-in',
  createCompany: '/create-company',
  signedOut: '/signed-out',
  help: helpPath,
} as const

/** Tells whether a path belongs to the console's pages, which need a session. */
export function isConsolePage(path: string): boolean {
  return path === paths.users || path.startsWith(`${paths.users}/`)
}
