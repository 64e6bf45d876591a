import { describe, expect, it } from 'vitest'
import type { CompanyFigures, UserManagement } from '../../contract/user-management'
import { answered, chosen, consoleTarget, dismissed, emptyPanel, handedOff, notAnswered } from './user-management-panel'

const figures: CompanyFigures = {
  companyName: 'Example',
  role: 'administrator',
  licences: [],
  administrators: [],
  fetchedAt: 0,
}
const target = { host: 'login.teamviewer.com', email: 'anna@example.com' }
const allowed: UserManagement = { state: 'allowed', figures, problem: null, target }
const stale: UserManagement = { ...allowed, problem: 'offline' }
const unreachable: UserManagement = { state: 'unreachable', problem: 'offline', target }

describe('the pop-up', () => {
  it('opens for those who may manage users, once the answer is there', () => {
    expect(chosen(emptyPanel, 0).popUp).toBe('wanted')
    expect(answered(chosen(emptyPanel, 0), allowed).popUp).toBe('open')
  })

  it.each<[string, UserManagement]>([
    ['a member', { state: 'member', figures, problem: null }],
    ['a company without a licence for it', { state: 'no-licence', figures, problem: null }],
    ['an unreachable workspace with no known address', { ...unreachable, target: null }],
  ])('stays closed for %s, even if a later answer would allow it', (_who, answer) => {
    const settled = answered(chosen(emptyPanel, 0), answer)
    expect(settled.popUp).toBe('closed')
    expect(answered(settled, allowed).popUp).toBe('closed')
  })

  it('waits for a new sign-in, then opens', () => {
    const waiting = answered(chosen(emptyPanel, 0), { state: 'expired' })
    expect(waiting.popUp).toBe('wanted')
    expect(answered(waiting, allowed).popUp).toBe('open')
  })

  it('does not wait any more once it was put away', () => {
    const waiting = dismissed(answered(chosen(emptyPanel, 0), { state: 'expired' }))
    expect(answered(waiting, allowed).popUp).toBe('closed')
  })

  it('closes when a new answer takes the right away', () => {
    const open = answered(chosen(emptyPanel, 0), allowed)
    expect(answered(open, { state: 'member', figures, problem: null }).popUp).toBe('closed')
  })

  it('opens at once where an answer just came, and closes when the next one takes the right away', () => {
    const known = answered(emptyPanel, allowed)
    expect(chosen(known, 29_999).popUp).toBe('open')
    expect(chosen(known, 30_000).popUp).toBe('wanted')
    expect(chosen(answered(emptyPanel, stale), 0).popUp).toBe('wanted')
    expect(answered(chosen(known, 0), { state: 'member', figures, problem: null }).popUp).toBe('closed')
  })

  it('does not open by itself when figures are refreshed', () => {
    expect(answered(emptyPanel, allowed).popUp).toBe('closed')
  })

  it('closes after the hand-off, and stays with the reason when that failed', () => {
    const open = answered(chosen(emptyPanel, 0), allowed)
    expect(handedOff(open, 'opened')).toMatchObject({ popUp: 'closed', handOff: 'opened' })
    expect(handedOff(open, 'failed')).toMatchObject({ popUp: 'open', handOff: 'failed' })
  })

  it('begins anew when the entry is chosen again', () => {
    const left = handedOff(answered(chosen(emptyPanel, 0), allowed), 'opened')
    expect(chosen(left, 60_000)).toMatchObject({ popUp: 'wanted', handOff: null })
  })
})

describe('a question that main could not answer', () => {
  it('keeps what was known', () => {
    expect(notAnswered(answered(emptyPanel, allowed))).toMatchObject({ answer: allowed, failed: true })
  })

  it('opens nothing, then or later', () => {
    const failed = notAnswered(chosen(emptyPanel, 0))
    expect(failed.popUp).toBe('closed')
    expect(answered(failed, allowed)).toMatchObject({ popUp: 'closed', failed: false })
  })
})

describe('consoleTarget', () => {
  it('tells whether the console can be reached', () => {
    expect(consoleTarget(allowed)).toEqual({ ...target, reachable: true })
    expect(consoleTarget(stale)).toEqual({ ...target, reachable: false })
    expect(consoleTarget(unreachable)).toEqual({ ...target, reachable: false })
  })

  it('is null where nothing may open', () => {
    expect(consoleTarget({ state: 'no-licence', figures, problem: null })).toBeNull()
    expect(consoleTarget({ state: 'expired' })).toBeNull()
    expect(consoleTarget(null)).toBeNull()
  })
})
