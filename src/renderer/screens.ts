import type { Session } from '../contract/session'

/** True when there is an account to show the shell for, be it one that has to sign in again. */
export function hasAccount(session: Session): boolean {
  if (session.state === 'signing-in') return session.account !== null
  return session.state === 'signed-in' || session.state === 'expired'
}
