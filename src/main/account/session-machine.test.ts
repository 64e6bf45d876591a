import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sessionSchema, type Account, type Session } from '../../contract/session'
import { nextSession, signedOut, type SessionEvent } from './session-machine'

const account: Account = { id: 'u1', name: 'A', email: 'a@example.com', companyName: 'C', role: 'member' }
const signingIn: Session = { state: 'signing-in', step: 'opening', endsAt: 5, account: null, code: { state: 'none' }, elsewhere: 'none' }
const signedIn: Session = { state: 'signed-in', account, connection: 'online', persistence: 'kept' }
const expired: Session = { state: 'expired', account, problem: null }

describe('nextSession', () => {
  it.each<[string, Session, SessionEvent, Session]>([
    ['a start', signedOut, { type: 'remembered', account }, signedIn],
    ['a first sign-in', signedOut, { type: 'sign-in-started', endsAt: 5 }, signingIn],
    ['signing in again', expired, { type: 'sign-in-started', endsAt: 5 }, { ...signingIn, account }],
    ['not while signed in', signedIn, { type: 'sign-in-started', endsAt: 5 }, signedIn],
    ['the browser', signingIn, { type: 'sign-in-moved', step: 'browser' }, { ...signingIn, step: 'browser' }],
    ['a late step', signedOut, { type: 'sign-in-moved', step: 'finishing' }, signedOut],
    ['cancelled', signingIn, { type: 'sign-in-cancelled' }, signedOut],
    ['cancelled again', { ...signingIn, account }, { type: 'sign-in-cancelled' }, expired],
    ['failed', signingIn, { type: 'sign-in-failed', problem: 'refused' }, { state: 'signed-out', problem: 'refused' }],
    ['failed again', { ...signingIn, account }, { type: 'sign-in-failed', problem: 'other' }, { ...expired, problem: 'other' }],
    ['offline', signedIn, { type: 'connection-changed', connection: 'offline' }, { ...signedIn, connection: 'offline' }],
    ['expired', signedIn, { type: 'expired' }, expired],
    ['expired while signing in', signingIn, { type: 'expired' }, signingIn],
    ['signed out', signedIn, { type: 'signed-out' }, signedOut],
  ])('%s', (_what, before, event, after) => {
    expect(nextSession(before, event)).toEqual(after)
  })

  it('never leaves the contract, whatever happens in whatever order', () => {
    const event = fc.oneof(
      fc.constantFrom<SessionEvent>(
        { type: 'remembered', account },
        { type: 'sign-in-started', endsAt: 5 },
        { type: 'sign-in-moved', step: 'browser' },
        { type: 'sign-in-moved', step: 'finishing' },
        { type: 'sign-in-cancelled' },
        { type: 'sign-in-failed', problem: 'timed-out' },
        { type: 'signed-in', account, persistence: 'until-quit' },
        { type: 'account-read', account },
        { type: 'persistence-changed', persistence: 'kept' },
        { type: 'connection-changed', connection: 'offline' },
        { type: 'expired' },
        { type: 'signed-out' },
      ),
    )
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const end = events.reduce(nextSession, signedOut)
        expect(sessionSchema.safeParse(end).success).toBe(true)
      }),
    )
  })
})
