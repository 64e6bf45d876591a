import { lazy } from 'react'
import type { Session } from '../contract/session'

const loadShell = () => import('./shell/shell')

export const Shell = lazy(loadShell)

/** True when there is an account to show the shell for, be it one that has to sign in again. */
export function hasAccount(session: Session): boolean {
  if (session.state === 'signing-in') return session.account !== null
  return session.state === 'signed-in' || session.state === 'expired'
}

/** Loads the code of the screen that a session begins with. The signed-out one is small, and there from the start. */
export async function firstScreen(session: Session): Promise<void> {
  if (hasAccount(session)) await loadShell()
}
