import { answerPagePath, consolePath, deviceCodePath, helpPath } from '../../contract/page-paths'

/** The console's pages. The vendor's console has its users at the same path. */
export const paths = {
  users: consolePath,
  /** Before a user's id. */
  user: `${consolePath}/users`,
  licences: `${consolePath}/licences`,
  events: `${consolePath}/events`,
  company: `${consolePath}/company`,
  invitations: `${consolePath}/invitations`,
  invitation: '/invitation',
  products: `${consolePath}/products`,
  ownAccount: `${consolePath}/account`,
  jobs: `${consolePath}/jobs`,
  import: `${consolePath}/import`,
  scriptTokens: `${consolePath}/script-tokens`,
  signIn: '/sign-in',
  forgotten: '/forgotten-password',
  resetPassword: '/reset-password',
  confirmEmail: '/confirm-email',
  answer: answerPagePath,
  device: deviceCodePath,
  createCompany: '/create-company',
  signedOut: '/signed-out',
  help: helpPath,
} as const

/** The page of a job. */
export function jobPath(id: string): string {
  return `${paths.jobs}/${encodeURIComponent(id)}`
}

/** The page of a user. */
export function userPath(id: string): string {
  return `${paths.user}/${encodeURIComponent(id)}`
}

/** The page of a licence. */
export function licencePath(id: string): string {
  return `${paths.licences}/${encodeURIComponent(id)}`
}

/** Tells whether a path belongs to the pages that need a session: the console's, and the one for a device's code. */
export function isConsolePage(path: string): boolean {
  return path === paths.device || path === paths.users || path.startsWith(`${paths.users}/`)
}
