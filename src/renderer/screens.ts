import { lazy } from 'react'
import type { Session } from '../contract/session'

const loadSignIn = () => import('./pages/sign-in/sign-in-page')
const loadShell = () => import('./shell/shell')

export const SignInPage = lazy(loadSignIn)
export const Shell = lazy(loadShell)

/** True when there is an account to show the shell for, be it one that has to sign in again. */
export function hasAccount(session: Session): boolean {
  return session.state === 'signed-in' || session.state === 'expired' || (session.state === 'signing-in' && session.account !== null)
}

/** Loads the code of the screen that a session begins with. */
export async function firstScreen(session: Session): Promise<void> {
  await (hasAccount(session) ? loadShell() : loadSignIn())
}
