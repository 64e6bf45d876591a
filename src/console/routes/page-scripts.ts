import { paths } from './paths'

/** Each page's own script, loaded when the page is first wanted. */
export const pageScripts = {
  signIn: async () => (await import('../identity/sign-in-page')).SignInPage,
  answer: async () => (await import('../identity/answer-page')).AnswerPage,
  device: async () => (await import('../device/device-page')).DevicePage,
  createCompany: async () => (await import('../identity/create-company-page')).CreateCompanyPage,
  signedOut: async () => (await import('../identity/signed-out-page')).SignedOutPage,
  forgotten: async () => (await import('../identity/forgotten-page')).ForgottenPage,
  resetPassword: async () => (await import('../identity/reset-password-page')).ResetPasswordPage,
  confirmEmail: async () => (await import('../identity/confirm-email-page')).ConfirmEmailPage,
  invitation: async () => (await import('../identity/invitation-page')).InvitationPage,
  help: async () => (await import('../help/help-page')).HelpPage,
  users: async () => (await import('../users/users-page')).UsersPage,
  user: async () => (await import('../user/user-page')).UserPage,
  licences: async () => (await import('../licences/licences-page')).LicencesPage,
  licence: async () => (await import('../licences/licence-page')).LicencePage,
  jobs: async () => (await import('../bulk/jobs-page')).JobsPage,
  job: async () => (await import('../bulk/job-page')).JobPage,
  import: async () => (await import('../bulk/import-page')).ImportPage,
  events: async () => (await import('../events/events-page')).EventsPage,
  company: async () => (await import('../company/company-page')).CompanyPage,
  invitations: async () => (await import('../invitations/invitations-page')).InvitationsPage,
  products: async () => (await import('../products/products-page')).ProductsPage,
  ownAccount: async () => (await import('../own-account/own-account-page')).OwnAccountPage,
  scriptTokens: async () => (await import('../script-tokens/script-tokens-page')).ScriptTokensPage,
} as const

type PageName = keyof typeof pageScripts

/** Pages about one thing: its id comes after this. */
const under = { user: `${paths.user}/`, licence: `${paths.licences}/`, job: `${paths.jobs}/` } as const

/** The page at a path, or null where there is none. */
export function pageAt(path: string): PageName | null {
  const names = Object.keys(pageScripts).filter((name): name is PageName => name in pageScripts)
  const isAt = (name: PageName) =>
    name === 'user' || name === 'licence' || name === 'job' ? path.startsWith(under[name]) : path === paths[name]
  return names.find(isAt) ?? null
}
