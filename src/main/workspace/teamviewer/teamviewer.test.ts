import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clientId } from '../../../../tests/stand-in/teamviewer-cloud'
import { fetchFigures } from '../../console/figures'
import { openTurnstile } from '../turnstile'
import { teamviewerHosts } from './hosts'
import { teamviewerAccess } from './teamviewer-access'
import { startAtTeamViewer, type AtTeamViewer } from './test-teamviewer'

let at: AtTeamViewer
beforeEach(async () => {
  at = await startAtTeamViewer()
})
afterEach(() => at.close())

describe('TeamViewer’s company', () => {
  it('is shown with its licences and seats', async () => {
    await at.signIn()
    expect(await fetchFigures(at.workspace, () => at.now)).toEqual({
      outcome: 'done',
      value: {
        companyName: 'Example',
        role: null,
        administrators: [],
        fetchedAt: at.now,
        licences: [
          { id: 'l-1', name: 'TeamViewer Meeting 50', product: 'meeting-50', seatsUsed: 12, seats: 50, endsOn: null, active: true },
          { id: '2', name: 'Remote Access', product: 'other', seatsUsed: 1, seats: 3, endsOn: null, active: true },
        ],
      },
    })
    expect(at.cloud.complaints).toEqual([])
  })

  it('makes a member of whoever may not see its licences', async () => {
    await at.signIn()
    at.cloud.behaviour.readsLicences = false
    expect(await fetchFigures(at.workspace, () => at.now)).toMatchObject({ value: { role: 'member', licences: [] } })
  })

  it('has people with presence, and a console of its own', async () => {
    await at.signIn()
    expect(await at.workspace.people()).toMatchObject({ value: [{ id: 'u1000001', presence: 'online' }, { presence: 'offline' }] })
    const vendor = teamviewerAccess({
      hosts: teamviewerHosts, clientId: () => clientId, clientSecret: async () => ({ outcome: 'read', secret: null }), redirectPort: () => 0, fetch, now: () => at.now,
      turnstile: openTurnstile({ now: () => at.now, random: () => 0 }),
    }).open(at.session)
    expect(vendor.consoleAddress('anna@example.com')).toBe('https://login.teamviewer.com/nav/users/company')
    expect(vendor.isOwnPage('https://go.teamviewer.com/v15/m12345678')).toBe(true)
    expect(vendor.isOwnPage('https://teamviewer.com.evil.example/')).toBe(false)
    expect(vendor.isOwnPage('http://go.teamviewer.com/')).toBe(false)
    expect(at.cloud.complaints).toEqual([])
  })
})

describe('TeamViewer’s meetings', () => {
  it('are listed, scheduled, changed and removed with the vendor’s own fields alone', async () => {
    await at.signIn()
    const { meetings } = at.workspace
    const draft = {
      subject: 'Plans', start: '2026-03-02T09:00:00.000Z', end: '2026-03-02T10:00:00.000Z', timeZone: 'Europe/Berlin',
      recurrence: { frequency: 'daily' as const, interval: 1, weekdays: [], ends: null }, password: 'four words', invitees: ['bob@example.com'],
    }
    const one = { id: 'm12-345-678', subject: 'Plans', joinLink: 'https://go.teamviewer.com/v15/m12345678', timeZone: null, recurrence: null, exceptions: null }
    expect(await meetings.list({ from: draft.start, to: draft.end })).toMatchObject({ value: [one] })
    expect(await meetings.create(draft, { key: 'one', at: at.now })).toMatchObject({ value: one })
    expect(await meetings.startNow('Now', { key: 'two', at: at.now })).toMatchObject({ value: one })
    expect(await meetings.change(one.id, { subject: 'Other', invitees: [] })).toEqual({ outcome: 'done', value: null })
    expect(await meetings.invitation(one.id, { language: 'en', timeZone: 'Europe/Berlin' })).toMatchObject({ value: 'You are invited' })
    expect(await meetings.remove(one.id)).toEqual({ outcome: 'done', value: null })
    expect(at.cloud.complaints).toEqual([])
  })
})

describe('the vendor’s errors', () => {
  it.each([
    [400, 'invalid_request', 'invalid'],
    [400, 'invalid_token', 'expired'],
    [400, 'token_expired', 'expired'],
    [401, 'wrong_credentials', 'expired'],
    [400, 'invalid_client', 'registration'],
    [403, 'invalid_permission', 'forbidden'],
    [404, 'not_found', 'not-found'],
    [403, 'rate_limit_reached', 'busy'],
    [403, 'too_many_retries', 'busy'],
    [500, 'internal_error', 'workspace-error'],
    [403, 'license_required', 'licence-required'],
  ])('%i %s is %s', async (status, error, problem) => {
    await at.signIn()
    const body = { error, error_description: 'x', error_code: 1, error_signature: 'x' }
    // A token that is refused is replaced once; the second refusal counts.
    at.cloud.behaviour.errors = [{ status, body }, { status, body }]
    expect(await at.workspace.company()).toMatchObject({ outcome: 'failed', problem })
  })

  it('are waited out as long as the vendor asks for', async () => {
    await at.signIn()
    at.cloud.behaviour.errors = [{ status: 429, body: { error: 'rate_limit_reached' }, headers: { 'retry-after': '30' } }]
    expect(await at.workspace.company()).toEqual({ outcome: 'failed', problem: 'busy', retryAt: at.now + 30_000 })
    const asked = at.cloud.lines.length
    at.now += 29_000
    expect(await at.workspace.company()).toMatchObject({ problem: 'busy' })
    expect(at.cloud.lines).toHaveLength(asked)
    at.now += 1_000
    expect((await at.workspace.company()).outcome).toBe('done')
  })
})
