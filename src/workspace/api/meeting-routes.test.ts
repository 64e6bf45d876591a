import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { apiInvitationSchema, apiMeetingSchema, apiMeetingsSchema } from '../../contract/web-api-meetings'
import { apiWorkspace, type ApiCall, type ApiWorkspace } from '../testing/api-workspace'

const now = Date.parse('2026-05-01T08:00:00Z')
let workspace: ApiWorkspace
let anna: ApiCall
let ben: ApiCall
let eve: ApiCall
let benId: string

beforeEach(async () => {
  workspace = await apiWorkspace({ now: () => now })
  benId = await workspace.add('Ben', 'ben@example.com')
  anna = await workspace.as(workspace.administratorId)
  ben = await workspace.as(benId)
  eve = await workspace.as(await workspace.add('Eve', 'eve@example.com'))
})
afterEach(() => workspace.remove())

const planned = {
  subject: 'Planning',
  start: '2026-05-04T10:00:00+02:00',
  end: '2026-05-04T11:00:00+02:00',
  password: 'pass 1',
  time_zone: 'Europe/Berlin',
  conference_call_information: { type: 'custom', custom_data: '+49 30 1234' },
}

async function plan(call: ApiCall, more: Record<string, unknown> = {}) {
  const answer = await call('POST', '/meetings', { ...planned, ...more })
  expect(answer).toMatchObject({ status: 200 })
  return apiMeetingSchema.parse(answer.body)
}

async function listed(call: ApiCall, query = '') {
  return apiMeetingsSchema.parse((await call('GET', `/meetings${query}`)).body).meetings.map(({ subject }) => subject)
}

describe('a meeting', () => {
  it('is planned, read, changed and deleted by its organiser', async () => {
    const made = await plan(anna, { invitees: [benId, 'Guest@Elsewhere.example'] })
    expect(made).toMatchObject({
      subject: 'Planning',
      start: '2026-05-04T08:00:00Z',
      end: '2026-05-04T09:00:00Z',
      password: 'pass 1',
      time_zone: 'Europe/Berlin',
      participant_web_link: `http://127.0.0.1:7000/join/${made.id}`,
      organizer: { id: workspace.administratorId, name: 'Anna', email: 'anna@example.com' },
      invitees: [{ email: 'ben@example.com', id: benId, name: 'Ben' }, { email: 'guest@elsewhere.example' }],
    })
    expect((await anna('GET', `/meetings/${made.id}`)).body).toEqual(made)
    const change = { subject: 'Retrospective', password: '', invitees: [] }
    expect(await anna('PUT', `/meetings/${made.id}`, change)).toMatchObject({ status: 204, body: null })
    const after = apiMeetingSchema.parse((await anna('GET', `/meetings/${made.id}`)).body)
    expect(after).toEqual({ ...made, ...change })
    expect((await anna('DELETE', `/meetings/${made.id}`)).status).toBe(204)
    expect((await anna('GET', `/meetings/${made.id}`)).status).toBe(404)
  })

  it('is found by its id by all of the company, of whom only its organiser sees its password and changes it', async () => {
    const { id } = await plan(anna, { invitees: [benId] })
    const asInvited = apiMeetingSchema.parse((await ben('GET', `/meetings/${id}`)).body)
    expect(asInvited.invitees).toHaveLength(1)
    const asColleague = apiMeetingSchema.parse((await eve('GET', `/meetings/${id}`)).body)
    expect(asColleague.invitees).toBeUndefined()
    for (const seen of [asInvited, asColleague]) expect(seen.password).toBeUndefined()
    for (const call of [ben, eve]) {
      expect((await call('PUT', `/meetings/${id}`, { subject: 'Mine' })).status).toBe(403)
      expect((await call('DELETE', `/meetings/${id}`)).status).toBe(403)
    }
  })

  it('keeps its password sealed in the database', async () => {
    await plan(anna)
    const { password } = await workspace.db.selectFrom('meeting').select('password').executeTakeFirstOrThrow()
    expect(password).not.toContain('pass')
  })

  it('is listed to its organiser and those invited, also by e-mail', async () => {
    await plan(anna, { invitees: ['ben@example.com'] })
    expect(await listed(anna)).toEqual(['Planning'])
    expect(await listed(ben)).toEqual(['Planning'])
    expect(await listed(eve)).toEqual([])
  })

  it('can start now', async () => {
    const answer = await ben('POST', '/meetings', { subject: 'Now', instant: true })
    expect(answer.body).toMatchObject({ start: '2026-05-01T08:00:00Z', end: '2026-05-01T09:00:00Z', password: '' })
  })

  it('has an id that does not tell the next one', async () => {
    const ids = new Set<string>()
    for (let number = 0; number < 5; number += 1) ids.add((await plan(anna)).id.slice(0, 7))
    expect(ids.size).toBeGreaterThan(1)
  })

  it.each([
    [{ subject: '' }, 'subject'],
    [{ start: 'tomorrow' }, 'start'],
    [{ end: planned.start }, 'end'],
    [{ end: '2026-06-04T11:00:00+02:00' }, 'end'],
    [{ time_zone: 'Middle/Earth' }, 'time_zone'],
    [{ recurrence: 'FREQ=HOURLY' }, 'recurrence'],
    [{ invitees: ['u404'] }, 'invitees'],
    [{ invitees: ['not an address'] }, 'invitees'],
  ])('is refused with %j', async (more, field) => {
    const answer = await anna('POST', '/meetings', { ...planned, ...more })
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_request', error_code: 1 } })
    expect(answer.body).toHaveProperty('error_description', expect.stringContaining(field))
    expect(await listed(anna)).toEqual([])
  })

  it('goes with its organiser', async () => {
    await plan(ben)
    await workspace.db.deleteFrom('membership').where('accountId', '=', benId).execute()
    expect(await workspace.db.selectFrom('meeting').selectAll().execute()).toEqual([])
  })
})

describe('a list of meetings', () => {
  beforeEach(async () => {
    await plan(anna, { subject: 'April', start: '2026-04-04T10:00:00Z', end: '2026-04-04T11:00:00Z' })
    await plan(anna, { subject: 'May' })
    await plan(anna, { subject: 'June', start: '2026-06-04T10:00:00Z', end: '2026-06-04T11:00:00Z' })
    const series = { start: '2026-03-02T10:00:00Z', end: '2026-03-02T11:00:00Z' }
    await plan(anna, { subject: 'Weekly', ...series, recurrence: 'FREQ=WEEKLY' })
    await plan(anna, { subject: 'Twice', ...series, recurrence: 'FREQ=WEEKLY;COUNT=2' })
  })

  it.each([
    ['', ['Weekly', 'May', 'June']],
    ['?from_date=2026-04-01&to_date=2026-04-04', ['Weekly', 'April']],
    ['?from_date=2026-03-05T00:00:00Z&to_date=2026-04-01', ['Twice', 'Weekly']],
    ['?to_date=2026-05-04', ['Twice', 'Weekly', 'April', 'May']],
  ])('holds what touches the range %s', async (query, expected) => {
    expect((await listed(anna, query)).sort()).toEqual(expected.sort())
  })

  it('comes in pages', async () => {
    const subjects: string[] = []
    let token: string | undefined
    do {
      const more = token === undefined ? '' : `&continuation_token=${token}`
      const page = apiMeetingsSchema.parse((await anna('GET', `/meetings?to_date=2027-01-01&limit=2${more}`)).body)
      subjects.push(...page.meetings.map(({ subject }) => subject))
      token = page.continuation_token
    } while (token !== undefined)
    expect(subjects).toHaveLength(5)
    expect(new Set(subjects).size).toBe(5)
    expect((await anna('GET', '/meetings?continuation_token=x')).status).toBe(400)
  })

  it('is the same for the stand-alone product', async () => {
    const { body } = await anna('GET', '/meetings/blizz')
    expect(body).toMatchObject({ blizzMeetings: [{ subject: 'Weekly' }, { subject: 'May' }, { subject: 'June' }] })
    const made = apiMeetingSchema.parse((await anna('POST', '/meetings/blizz', planned)).body)
    expect((await anna('GET', `/meetings/blizz/${made.id}`)).body).toEqual(made)
  })
})

describe('an invitation', () => {
  it('tells the local time in the language and zone asked for', async () => {
    const { id } = await plan(anna)
    const text = async (call: ApiCall, query: string) => {
      const { body } = await call('GET', `/meetings/${id}/invitation${query}`)
      return apiInvitationSchema.parse(body).invitation_text
    }
    const english = await text(anna, '')
    expect(english).toContain('Anna invites you to a meeting in Parley.')
    expect(english).toMatch(/Monday,? 4 May 2026/)
    expect(english).toContain('10:00')
    expect(english).toContain('(Europe/Berlin, GMT+2)')
    expect(english).toContain(`http://127.0.0.1:7000/join/${id}`)
    expect(english).toContain('Password: pass 1')
    expect(english).toContain('+49 30 1234')
    expect(await text(anna, '?language=fr&timezone=America/New_York')).toMatch(/lundi 4 mai 2026.*04:00.*UTC[−-]4/)
    expect(await text(anna, '?language=de-AT')).toContain('Montag, 4. Mai 2026')
    expect(await text(anna, '?language=es&timezone=UTC')).toContain('lunes, 4 de mayo de 2026')
    expect(await text(anna, '?language=ja&timezone=Asia/Tokyo')).toContain('2026年5月4日月曜日')
    expect(await text(anna, '?language=ar')).toContain('الاثنين')
    expect(await text(ben, '')).not.toContain('pass 1')
    expect((await anna('GET', `/meetings/${id}/invitation?timezone=Nowhere`)).status).toBe(400)
  })
})

describe('the page behind a meeting’s link', () => {
  it('hands over to Parley, without a sign-in, and tells nobody whether there is such a meeting', async () => {
    const answer = await workspace.send('GET', '/join/m12-345-678', { 'accept-language': 'fr-CH,en;q=0.5' })
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain('href="parley://join/m12-345-678/127.0.0.1:7000"')
    expect(page).toContain('<html lang="fr" dir="ltr">')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page).not.toContain('<script')
  })

  it.each(['/join/x', '/join/m12-345-67', '/join/"><script>', '/join/'])('is not at %s', async (path) => {
    expect((await workspace.send('GET', path, {})).status).toBe(404)
  })
})
