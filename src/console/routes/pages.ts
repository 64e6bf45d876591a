import { IdentityFrame } from '../identity/identity-frame'
import { lazyPage } from '../shell/lazy-page'
import { pageAt, pageScripts } from './page-scripts'

/** Every page of the console. */
export const pages = {
  signIn: lazyPage(pageScripts.signIn, IdentityFrame),
  answer: lazyPage(pageScripts.answer, IdentityFrame),
  device: lazyPage(pageScripts.device, IdentityFrame),
  createCompany: lazyPage(pageScripts.createCompany, IdentityFrame),
  signedOut: lazyPage(pageScripts.signedOut, IdentityFrame),
  forgotten: lazyPage(pageScripts.forgotten, IdentityFrame),
  resetPassword: lazyPage(pageScripts.resetPassword, IdentityFrame),
  confirmEmail: lazyPage(pageScripts.confirmEmail, IdentityFrame),
  invitation: lazyPage(pageScripts.invitation, IdentityFrame),
  help: lazyPage(pageScripts.help, IdentityFrame),
  users: lazyPage(pageScripts.users),
  user: lazyPage(pageScripts.user),
  licences: lazyPage(pageScripts.licences),
  licence: lazyPage(pageScripts.licence),
  jobs: lazyPage(pageScripts.jobs),
  job: lazyPage(pageScripts.job),
  import: lazyPage(pageScripts.import),
  events: lazyPage(pageScripts.events),
  company: lazyPage(pageScripts.company),
  invitations: lazyPage(pageScripts.invitations),
  products: lazyPage(pageScripts.products),
  ownAccount: lazyPage(pageScripts.ownAccount),
  scriptTokens: lazyPage(pageScripts.scriptTokens),
} as const

/** Loads the script of the page at a path, where somebody is about to go there. */
export async function loadPageAt(path: string): Promise<void> {
  const page = pageAt(path)
  if (page !== null) await pages[page].load()
}

/** Loads the other pages' scripts one after the other, whenever the browser has nothing else to do. */
export async function loadOtherPages(): Promise<void> {
  for (const page of Object.values(pages)) {
    await idle()
    await page.load()
  }
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve())
    else setTimeout(resolve, 200)
  })
}
