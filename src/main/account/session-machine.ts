import type { Account, Connection, Session, SignInCode, SignInProblem } from '../../contract/session'

type Persistence = Extract<Session, { state: 'signed-in' }>['persistence']

/** The ways to sign in around the browser of this computer. */
export interface OtherWays {
  code: SignInCode
  elsewhere: Extract<Session, { state: 'signing-in' }>['elsewhere']
}

/** Everything that can happen to a session. */
export type SessionEvent =
  /** Parley starts, and remembers who was signed in. */
  | { type: 'remembered'; account: Account }
  | { type: 'sign-in-started'; endsAt: number }
  | { type: 'sign-in-moved'; step: 'browser' | 'code' | 'finishing' }
  /** Somebody opened the page anew. */
  | { type: 'sign-in-prolonged'; endsAt: number }
  /** The ways around the browser of this computer are others; `endsAt` is of a fresh code, or null. */
  | { type: 'sign-in-ways-changed'; ways: OtherWays; endsAt: number | null }
  | { type: 'sign-in-cancelled' }
  | { type: 'sign-in-failed'; problem: SignInProblem }
  | { type: 'signed-in'; account: Account; persistence: Persistence }
  | { type: 'account-read'; account: Account }
  | { type: 'persistence-changed'; persistence: Persistence }
  | { type: 'connection-changed'; connection: Connection }
  | { type: 'expired' }
  | { type: 'signed-out' }

/** The state of a start without a remembered account. */
export const signedOut: Session = { state: 'signed-out', problem: null }

const noOtherWays: OtherWays = { code: { state: 'none' }, elsewhere: 'none' }

/** The account that a session knows, whatever its state; null when it knows none. */
export function accountOf(session: Session): Account | null {
  return session.state === 'signed-out' ? null : session.account
}

/** Whether someone is signed in and their workspace was reached last time. */
export function isOnline(session: Session): boolean {
  return session.state === 'signed-in' && session.connection === 'online'
}

/** Where an attempt that did not succeed leads back to: an account that was known stays known. */
function withoutSignIn(account: Account | null, problem: SignInProblem | null): Session {
  return account === null ? { state: 'signed-out', problem } : { state: 'expired', account, problem }
}

/**
 * The session's transitions.
 *
 * @returns The next state; the very same object when the event means nothing in the present state.
 */
export function nextSession(session: Session, event: SessionEvent): Session {
  switch (event.type) {
    case 'signed-out':
      return session.state === 'signed-out' && session.problem === null ? session : signedOut
    case 'remembered':
      return session.state === 'signed-out'
        ? { state: 'signed-in', account: event.account, connection: 'online', persistence: 'kept' }
        : session
    case 'signed-in':
      return { state: 'signed-in', account: event.account, connection: 'online', persistence: event.persistence }
    case 'sign-in-started':
      if (session.state !== 'signed-out' && session.state !== 'expired') return session
      return { state: 'signing-in', step: 'opening', endsAt: event.endsAt, account: accountOf(session), ...noOtherWays }
    case 'sign-in-moved':
    case 'sign-in-prolonged':
    case 'sign-in-ways-changed':
    case 'sign-in-cancelled':
    case 'sign-in-failed':
      return session.state === 'signing-in' ? nextWhileSigningIn(session, event) : session
    default:
      return session.state === 'signed-in' ? nextWhileSignedIn(session, event) : session
  }
}

function nextWhileSigningIn(
  session: Extract<Session, { state: 'signing-in' }>,
  event: Extract<SessionEvent, { type: 'sign-in-moved' | 'sign-in-prolonged' | 'sign-in-ways-changed' | 'sign-in-cancelled' | 'sign-in-failed' }>,
): Session {
  switch (event.type) {
    case 'sign-in-moved':
      return session.step === event.step ? session : { ...session, step: event.step }
    case 'sign-in-prolonged':
      return { ...session, endsAt: event.endsAt }
    case 'sign-in-ways-changed':
      return { ...session, ...event.ways, endsAt: event.endsAt ?? session.endsAt }
    case 'sign-in-cancelled':
      return withoutSignIn(session.account, null)
    case 'sign-in-failed':
      return withoutSignIn(session.account, event.problem)
  }
}

function nextWhileSignedIn(
  session: Extract<Session, { state: 'signed-in' }>,
  event: Extract<SessionEvent, { type: 'account-read' | 'persistence-changed' | 'connection-changed' | 'expired' }>,
): Session {
  switch (event.type) {
    case 'account-read':
      return { ...session, account: event.account }
    case 'persistence-changed':
      return session.persistence === event.persistence ? session : { ...session, persistence: event.persistence }
    case 'connection-changed':
      return session.connection === event.connection ? session : { ...session, connection: event.connection }
    case 'expired':
      return { state: 'expired', account: session.account, problem: null }
  }
}
