import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mostExceptions } from '../../contract/recurrence'
import { apiMeetingSchema, apiMeetingsSchema } from '../../contract/web-api-meetings'
import { apiWorkspace, type ApiCall, type ApiWorkspace } from '../testing/api-workspace'

let workspace: ApiWorkspace
let anna: ApiCall
let benId: string

beforeEach(async () => {
  workspace = await apiWorkspace({ now: () => Date.parse('2026-03-01T08:00:00Z') })
  anna = await workspace.as(workspace.administratorId)
  benId = await workspace.add('Ben', 'ben@example.com')
})
afterEach(() => workspace.remove())

/** On Mondays at ten in Berlin, whose clocks change on 29 March. */
const weekly = {
  subject: 'Weekly',
  start: '2026-03-16T10:00:00+01:00',
  end: '2026-03-16T11:00:00+01:00',
  password: 'pass 1',
  time_zone: 'Europe/Berlin',
  recurrence: 'FREQ=WEEKLY;BYDAY=MO',
}
const [first, second, third] = ['2026-03-16T09:00:00Z', '2026-03-23T09:00:00Z', '2026-03-30T08:00:00Z'] as const

async function plan(more: Record<string, unknown> = {}) {
  const answer = await anna('POST', '/meetings', { ...weekly, ...more })
  expect(answer).toMatchObject({ status: 200 })
  return apiMeetingSchema.parse(answer.body)
}

const read = async (id: string) => apiMeetingSchema.parse((await anna('GET', `/meetings/${id}`)).body)
const exceptions = async (id: string) => (await read(id)).parley_exceptions
const at = (id: string, start: string) => `/meetings/${id}/parley-occurrences/${encodeURIComponent(start)}`
const all = async () => apiMeetingsSchema.parse((await anna('GET', '/meetings?from_date=2026-01-01')).body).meetings

describe('the times that are left out of a series', () => {
  it('are told, set all at once, and taken back all at once', async () => {
    const { id, parley_exceptions: none } = await plan()
    expect(none).toEqual([])
    // Any offset names the moment, and each is kept once, in order.
    const change = { parley_exceptions: ['2026-03-30T10:00:00+02:00', first, third] }
    expect((await anna('PUT', `/meetings/${id}`, change)).status).toBe(204)
    expect(await exceptions(id)).toEqual([first, third])
    expect(await all()).toMatchObject([{ id, parley_exceptions: [first, third] }])
    await anna('PUT', `/meetings/${id}`, { subject: 'Other' })
    expect(await exceptions(id)).toEqual([first, third])
    await anna('PUT', `/meetings/${id}`, { parley_exceptions: [] })
    expect(await exceptions(id)).toEqual([])
    expect((await plan({ parley_exceptions: [second] })).parley_exceptions).toEqual([second])
  })

  it.each([
    ['what is none of its times', { parley_exceptions: ['2026-03-17T09:00:00Z'] }],
    ['what was one before the clocks changed', { parley_exceptions: ['2026-03-30T09:00:00Z'] }],
    ['what is no moment', { parley_exceptions: ['2026-03-16'] }],
    ['more than can be', { parley_exceptions: Array.from({ length: mostExceptions + 1 }, () => first) }],
    ['any of a meeting that does not repeat', { recurrence: null, parley_exceptions: [first] }],
    ['any of a rule whose times nobody is shown', { recurrence: 'FREQ=MONTHLY;BYDAY=1MO', parley_exceptions: ['2026-04-06T08:00:00Z'] }],
  ])('are not %s', async (_what, more) => {
    const answer = await anna('POST', '/meetings', { ...weekly, ...more })
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
    expect(answer.body).toHaveProperty('error_description', expect.stringContaining('parley_exceptions'))
  })

  it.each([
    ['it has another end', { end: '2026-03-16T12:00:00+01:00' }, [first, third]],
    ['its start is moved', { start: '2026-03-16T10:30:00+01:00' }, []],
    ['its zone is another one', { time_zone: 'America/New_York' }, [first]],
    ['its rule has fewer times', { recurrence: 'FREQ=WEEKLY;UNTIL=20260324T235959Z' }, [first]],
    ['it does not repeat any more', { recurrence: null }, []],
  ])('are those that still are its times once %s', async (_what, change, kept) => {
    const { id } = await plan({ parley_exceptions: [first, third] })
    expect((await anna('PUT', `/meetings/${id}`, change)).status).toBe(204)
    expect(await exceptions(id)).toEqual(kept)
  })
})

describe('one time of a series', () => {
  it('is left out once, by its organiser', async () => {
    const { id } = await plan({ invitees: [benId] })
    const ben = await workspace.as(benId)
    for (const method of ['DELETE', 'POST', 'PUT']) {
      expect((await ben(method, at(id, second), method === 'DELETE' ? undefined : {})).status, method).toBe(403)
    }
    expect(await anna('DELETE', at(id, '2026-03-23T10:00:00+01:00'))).toMatchObject({ status: 204, body: null })
    expect(await exceptions(id)).toEqual([second])
    expect((await anna('DELETE', at(id, second))).status).toBe(404)
  })

  it.each(['2026-03-24T09:00:00Z', '2026-03-09T09:00:00Z', 'x', '2026-03-30T09:00:00Z'])('is none at %s', async (start) => {
    const { id } = await plan()
    for (const method of ['DELETE', 'POST', 'PUT']) {
      expect((await anna(method, at(id, start), method === 'DELETE' ? undefined : {})).status, method).toBe(404)
    }
    expect(await exceptions(id)).toEqual([])
    expect(await all()).toHaveLength(1)
  })

  it('is left out as often as can be', async () => {
    const { id } = await plan({ recurrence: 'FREQ=DAILY' })
    const full = JSON.stringify(Array.from({ length: mostExceptions }, (_, index) => Date.parse(first) - index))
    await workspace.db.updateTable('meeting').set({ exceptions: full }).execute()
    for (const [method, body] of [['DELETE', undefined], ['POST', {}]] as const) {
      expect(await anna(method, at(id, '2026-03-17T09:00:00Z'), body)).toMatchObject({ status: 400 })
    }
    expect(await all()).toHaveLength(1)
  })

  it('becomes a meeting of its own, with all that it does not change', async () => {
    const series = await plan({ invitees: [benId, 'guest@elsewhere.example'] })
    const answer = await anna('POST', at(series.id, third), { subject: 'Later', start: '2026-03-30T14:00:00+02:00', end: '2026-03-30T15:00:00+02:00' })
    const { id: _, participant_web_link: link, ...like } = series
    const made = apiMeetingSchema.parse(answer.body)
    const times = { start: '2026-03-30T12:00:00Z', end: '2026-03-30T13:00:00Z' }
    expect(made).toEqual({ ...like, ...times, id: made.id, subject: 'Later', recurrence: null, participant_web_link: link.replace(series.id, made.id) })
    expect(await read(series.id)).toEqual({ ...series, parley_exceptions: [third] })
    // Without times of its own it stays where it was, as long as the others.
    expect((await anna('POST', at(series.id, second), { password: '', invitees: [] })).body).toMatchObject({
      start: second, end: '2026-03-23T10:00:00Z', subject: 'Weekly', password: '', invitees: [],
    })
  })

  it.each([{ invitees: ['u404'] }, { end: '2026-03-23T08:00:00Z' }, { subject: '' }])('is as it was where the change is refused: %j', async (body) => {
    const { id } = await plan()
    expect((await anna('POST', at(id, second), body)).status).toBe(400)
    expect(await exceptions(id)).toEqual([])
    expect(await all()).toHaveLength(1)
  })

  it('is changed once, however often the same request comes', async () => {
    const { id } = await plan()
    const ask = () => anna('POST', at(id, second), { subject: 'Other' }, { 'idempotency-key': 'one' })
    expect((await ask()).body).toEqual((await ask()).body)
    expect(await all()).toHaveLength(2)
  })

  it('takes place again, and what stood in its place is gone', async () => {
    const series = await plan({ parley_exceptions: [first] })
    const made = apiMeetingSchema.parse((await anna('POST', at(series.id, second), { subject: 'Other' })).body)
    expect((await anna('PUT', at(series.id, second), { in_place_of: made.id })).status).toBe(204)
    expect(await all()).toEqual([series])
    // Nothing was there to be taken away: it takes place, as was asked for.
    expect((await anna('PUT', at(series.id, first), {})).status).toBe(204)
    expect(await exceptions(series.id)).toEqual([])
  })

  it('takes the place of no meeting where the series was moved, of another series, or of somebody else’s', async () => {
    const { id } = await plan()
    const made = apiMeetingSchema.parse((await anna('POST', at(id, second), { subject: 'Other' })).body)
    const ben = await workspace.as(benId)
    const foreign = apiMeetingSchema.parse((await ben('POST', '/meetings', { ...weekly, recurrence: null })).body)
    expect((await anna('PUT', at(id, second), { in_place_of: foreign.id })).status).toBe(403)
    expect((await anna('PUT', at(id, second), { in_place_of: id })).status).toBe(400)
    await anna('PUT', `/meetings/${id}`, { start: '2026-03-17T10:00:00+01:00', end: '2026-03-17T11:00:00+01:00', recurrence: 'FREQ=WEEKLY' })
    expect((await anna('PUT', at(id, second), { in_place_of: made.id })).status).toBe(404)
    expect((await all()).map(({ subject }) => subject).sort()).toEqual(['Other', 'Weekly'])
  })
})

it('many times that are left out at the same moment are all left out', async () => {
  const { id } = await plan({ recurrence: 'FREQ=DAILY' })
  const days = Array.from({ length: 8 }, (_, day) => `2026-03-${16 + day}T09:00:00Z`)
  const answers = await Promise.all(days.map((start) => anna('DELETE', at(id, start))))
  expect(answers.map(({ status }) => status)).toEqual(days.map(() => 204))
  expect(await exceptions(id)).toEqual(days)
})
