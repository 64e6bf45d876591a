import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Meeting } from '../../contract/meeting'
import type { MeetingTrouble } from '../../contract/meetings'
import { occurrencesOf } from '../../contract/occurrences'
import { undoTime } from '../../contract/undo-time'
import { apiMeetingSchema, changeOccurrenceSchema, occurrenceParamsSchema, restoreOccurrenceSchema, type ApiMeeting } from '../../contract/web-api-meetings'
import { testClock } from '../test-clock'
import { parleyWorkspace } from '../workspace/parley/parley-workspace'
import { openTurnstile } from '../workspace/turnstile'
import { openMeetingsDesk, type MeetingsDesk } from './meetings-desk'

const start = Date.parse('2026-05-04T07:00:00Z')
const [monday, next, third] = ['2026-05-04T08:00:00.000Z', '2026-05-11T08:00:00.000Z', '2026-05-18T08:00:00.000Z'] as const
const range = { from: start, to: Date.parse('2026-05-20T00:00:00Z') }

const weekly: ApiMeeting = {
  id: 'm11-111-111',
  subject: 'Weekly',
  start: '2026-05-04T08:00:00Z',
  end: '2026-05-04T09:00:00Z',
  participant_web_link: 'http://127.0.0.1/join/m11-111-111',
  time_zone: 'Europe/Berlin',
  recurrence: 'FREQ=WEEKLY',
  parley_exceptions: [],
}

/** A workspace that takes what its API says and nothing else, and complains about the rest. */
let standIn: { meetings: ApiMeeting[]; lines: string[]; complaints: unknown[]; keys: Map<string, ApiMeeting>; behaviour: 'good' | 'down' | 'loses answers' }
let server: Server
let clock: ReturnType<typeof testClock>
let desk: MeetingsDesk
let troubles: MeetingTrouble[]
/** What was left out of the first meeting, at every change of the list. */
let leftOut: Promise<readonly string[] | null | undefined>[]

/** The stand-in's own books, to the second, as its API writes moments. */
function change(id: string, with_: (exceptions: string[]) => string[]): void {
  standIn.meetings = standIn.meetings.map((each) => (each.id === id ? { ...each, parley_exceptions: with_(each.parley_exceptions ?? []) } : each))
}

const second = (moment: string) => `${new Date(moment).toISOString().slice(0, 19)}Z`

function answer(request: IncomingMessage, body: unknown): { status: number; body?: unknown } {
  const path = decodeURIComponent(new URL(request.url ?? '', 'http://x').pathname).replace('/api/v1', '')
  standIn.lines.push(`${request.method ?? ''} ${path}`)
  if (standIn.behaviour === 'down') return { status: 500, body: {} }
  if (request.method === 'GET' && path === '/meetings') return { status: 200, body: { meetings: standIn.meetings } }
  const [, id, moment] = /^\/meetings\/([^/]+)\/parley-occurrences\/([^/]+)$/.exec(path) ?? []
  const name = occurrenceParamsSchema.safeParse({ id, start: moment })
  const series = standIn.meetings.find((each) => each.id === id)
  if (!name.success || series === undefined) return { status: 404, body: {} }
  const at = second(name.data.start)
  if (request.method === 'DELETE') {
    if (series.parley_exceptions?.includes(at) === true) return { status: 404, body: {} }
    change(series.id, (before) => [...before, at])
    return { status: 204 }
  }
  if (request.method === 'PUT') {
    const { in_place_of: replaced } = restoreOccurrenceSchema.strict().parse(body)
    standIn.meetings = standIn.meetings.filter((each) => each.id !== replaced)
    change(series.id, (before) => before.filter((each) => each !== at))
    return { status: 204 }
  }
  const key = z.string().min(1).parse(request.headers['idempotency-key'])
  const known = standIn.keys.get(key)
  if (known !== undefined) return { status: 200, body: known }
  const wanted = changeOccurrenceSchema.strict().parse(body)
  const end = new Date(Date.parse(at) + 3_600_000).toISOString()
  const { invitees: _, ...fields } = wanted
  const made = apiMeetingSchema.parse({ ...series, start: at, end, ...fields, id: 'm22-222-222', recurrence: null, parley_exceptions: [] })
  standIn.keys.set(key, made)
  standIn.meetings = [...standIn.meetings, made]
  change(series.id, (before) => [...before, at])
  return { status: 200, body: made }
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let text = ''
  for await (const part of request) text += String(part)
  try {
    const { status, body } = answer(request, text === '' ? null : JSON.parse(text))
    if (standIn.behaviour === 'loses answers' && request.method !== 'GET') return void response.destroy()
    response.writeHead(status, { 'content-type': 'application/json' }).end(body === undefined ? undefined : JSON.stringify(body))
  } catch (error) {
    standIn.complaints.push(error)
    response.writeHead(400).end('{}')
  }
}

beforeEach(async () => {
  standIn = { meetings: [weekly], lines: [], complaints: [], keys: new Map(), behaviour: 'good' }
  troubles = []
  leftOut = []
  clock = testClock(start)
  server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  const address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`
  let keys = 0
  desk = openMeetingsDesk({
    workspace: parleyWorkspace({
      isReachable: true,
      address: () => address,
      lastAddress: () => address,
      fetch,
      tokens: { accessToken: async () => ({ outcome: 'token', token: 'AT' }), rejectAccessToken: () => undefined, noteConnection: () => undefined },
      turnstile: openTurnstile({ now: clock.now, random: () => 0 }),
      now: clock.now,
    }),
    files: { list: { read: async () => null, write: async () => undefined }, upcoming: { read: async () => null, write: async () => undefined } },
    zone: () => 'Europe/Berlin',
    now: clock.now,
    newKey: () => `key ${(keys += 1)}`,
    setTimer: clock.setTimer,
    onChange: () => void leftOut.push(desk.list().then(({ items }) => items[0]?.exceptions)),
    onTrouble: (trouble) => troubles.push(trouble),
  })
  await desk.refresh()
})
afterEach(async () => {
  expect(standIn.complaints).toEqual([])
  await desk.close()
  server.closeAllConnections()
  server.close()
})

/** What the list shows: subject and day of each time. */
async function shown(): Promise<string[]> {
  const { items } = await desk.list()
  return timesOf(items)
}

function timesOf(meetings: readonly Meeting[]): string[] {
  const times = meetings.flatMap((meeting) => occurrencesOf(meeting, range, 'UTC')).sort((a, b) => a.start - b.start)
  return times.map((each) => `${each.meeting.subject} ${new Date(each.start).toISOString().slice(5, 13)}`)
}

const one = (occurrence: string) => ({ id: weekly.id, occurrence })
const whole = ['Weekly 05-04T08', 'Weekly 05-11T08', 'Weekly 05-18T08']

describe('one time of a series that is deleted', () => {
  it('is nowhere at once, and left out by the workspace once there is no way back any more', async () => {
    await desk.remove(one(monday))
    expect(await shown()).toEqual(whole.slice(1))
    expect((await desk.upcoming()).soon).toMatchObject([{ start: Date.parse(next) }])
    expect(await desk.range({ from: monday, to: third })).toMatchObject({ meetings: [{ exceptions: [monday] }] })
    expect(standIn.lines.filter((line) => line.startsWith('DELETE'))).toEqual([])
    clock.pass(undoTime)
    await expect.poll(() => standIn.meetings[0]?.parley_exceptions).toEqual(['2026-05-04T08:00:00Z'])
    await desk.refresh()
    expect(await shown()).toEqual(whole.slice(1))
    expect(standIn.lines).toContain(`DELETE /meetings/${weekly.id}/parley-occurrences/${monday}`)
  })

  it('is there again when that is undone, and another one that was deleted is not', async () => {
    await desk.remove(one(monday))
    await desk.remove(one(next))
    expect(desk.undoRemove(one(monday))).toBe(true)
    expect(await shown()).toEqual([whole[0], whole[2]])
    await desk.close()
    expect(standIn.meetings[0]?.parley_exceptions).toEqual(['2026-05-11T08:00:00Z'])
  })

  it('comes back with the reason where the workspace can’t leave it out', async () => {
    standIn.behaviour = 'down'
    await desk.remove(one(monday))
    clock.pass(undoTime)
    await expect.poll(() => troubles).toEqual([{ id: weekly.id, subject: 'Weekly', problem: 'workspace-error' }])
    expect(await shown()).toEqual(whole)
  })

  it('that someone else left out meanwhile is no trouble', async () => {
    await desk.remove(one(monday))
    change(weekly.id, () => ['2026-05-04T08:00:00Z'])
    await desk.close()
    expect(troubles).toEqual([])
  })

  it('is not asked for where the workspace can’t do it', async () => {
    const { parley_exceptions: _, ...older } = weekly
    standIn.meetings = [older]
    await desk.refresh()
    await desk.remove(one(monday))
    expect(await shown()).toEqual(whole)
    expect(await desk.changeOccurrence(weekly.id, next, { subject: 'Other' })).toMatchObject({ outcome: 'failed', problem: 'not-offered' })
    expect(standIn.lines.filter((line) => !line.startsWith('GET'))).toEqual([])
  })
})

describe('one time of a series that is changed', () => {
  const later = { subject: 'Other', start: '2026-05-11T12:00:00.000Z', end: '2026-05-11T13:00:00.000Z', timeZone: 'Europe/Berlin' }
  const changed = ['Weekly 05-04T08', 'Other 05-11T12', 'Weekly 05-18T08']

  it('becomes a meeting of its own by one request, and the series is as it was when that is undone', async () => {
    expect(await desk.changeOccurrence(weekly.id, next, later)).toMatchObject({ outcome: 'done', meeting: { id: 'm22-222-222', subject: 'Other', recurrence: null } })
    expect(await shown()).toEqual(changed)
    await desk.refresh()
    expect(await shown()).toEqual(changed)
    expect(await desk.restoreOccurrence({ ...one(next), meeting: 'm22-222-222' })).toEqual({ outcome: 'done' })
    expect(await shown()).toEqual(whole)
    await desk.refresh()
    expect(await shown()).toEqual(whole)
    expect(standIn.meetings).toEqual([weekly])
    expect(standIn.lines.filter((line) => !line.startsWith('GET'))).toHaveLength(2)
  })

  it('is as it was where the workspace refuses, and stays changed where it refuses to take that back', async () => {
    standIn.behaviour = 'down'
    expect(await desk.changeOccurrence(weekly.id, next, later)).toMatchObject({ outcome: 'failed', problem: 'workspace-error' })
    expect(await shown()).toEqual(whole)
    standIn.behaviour = 'good'
    await desk.changeOccurrence(weekly.id, next, later)
    standIn.behaviour = 'down'
    expect(await desk.restoreOccurrence({ ...one(next), meeting: 'm22-222-222' })).toMatchObject({ outcome: 'failed' })
    expect(await shown()).toEqual(changed)
  })

  it('is changed once, however often it is sent because no answer came', async () => {
    standIn.behaviour = 'loses answers'
    expect(await desk.changeOccurrence(weekly.id, next, later)).toMatchObject({ outcome: 'failed' })
    standIn.behaviour = 'good'
    expect(await desk.changeOccurrence(weekly.id, next, later)).toMatchObject({ outcome: 'done', meeting: { id: 'm22-222-222' } })
    expect(standIn.meetings).toHaveLength(2)
    expect(await shown()).toEqual(changed)
  })
})

it('a series that is moved has nothing left out that is none of its times any more', async () => {
  await desk.changeOccurrence(weekly.id, next, { subject: 'Other' })
  standIn.behaviour = 'down'
  leftOut = []
  // Shown at once, and taken back with the rest where the workspace refuses.
  expect(await desk.change(weekly.id, { start: '2026-05-04T09:00:00.000Z', end: '2026-05-04T10:00:00.000Z' })).toMatchObject({ outcome: 'failed' })
  expect(await Promise.all(leftOut)).toEqual([[], [next]])
})
