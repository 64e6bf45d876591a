import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contactSchema } from '../../../contract/contact'
import { meetingSchema, type MeetingDraft } from '../../../contract/meeting'
import { capabilitiesSchema, workspaceFailureSchema, workspaceProblemSchema } from '../../../contract/workspace'
import type { AccessToken } from '../../account/token-keeper'
import { openTurnstile } from '../turnstile'
import type { TokenSource } from '../workspace'
import { parleyWorkspace } from './parley-workspace'

interface Asked {
  line: string
  authorization: string | undefined; key?: string | string[] | undefined
  body: unknown
}

let answer: (response: ServerResponse) => void, asked: Asked[]
let address: string | null
let now: number
let tokens: { given: AccessToken[]; rejected: string[]; connection: string | null }
let close: () => void

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const part of request) text += String(part)
  return text === '' ? null : JSON.parse(text)
}

beforeEach(async () => {
  asked = []
  now = Date.parse('2026-03-01T09:00:00Z')
  tokens = { given: [], rejected: [], connection: null }
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      asked.push({ line: `${request.method ?? ''} ${request.url ?? ''}`, authorization: request.headers.authorization, key: request.headers['idempotency-key'], body })
      answer(response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? String(bound.port) : ''}`
  close = () => {
    server.closeAllConnections()
    server.close()
  }
})

afterEach(() => close())

const source: TokenSource = {
  accessToken: async () => tokens.given.shift() ?? { outcome: 'token', token: 'AT' },
  rejectAccessToken: (token) => tokens.rejected.push(token),
  noteConnection: (connection) => (tokens.connection = connection),
}

const openWith = (tokenSource: TokenSource) =>
  parleyWorkspace({
    isReachable: true,
    address: () => address,
    lastAddress: () => address,
    fetch,
    tokens: tokenSource,
    turnstile: openTurnstile({ now: () => now, random: () => 0.5 }),
    now: () => now,
  })
const open = () => openWith(source)

const json = (status: number, body: unknown, headers: Record<string, string> = {}) => (response: ServerResponse) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

const account = { userid: 'u1', email: 'anna@example.com', name: 'Anna', company_name: 'Example', role: 'user-manager' }

describe('reading', () => {
  it('takes what it knows, in any case, and ignores the rest', async () => {
    answer = json(200, { UserId: 'u1', EMAIL: 'anna@example.com', name: 'Anna', companyName: 'Example', role: 'user-manager', more: 1 })
    expect(await open().account()).toEqual({
      outcome: 'done',
      value: { id: 'u1', email: 'anna@example.com', name: 'Anna', companyName: 'Example', role: 'user-manager' },
    })
    expect(asked).toEqual([{ line: 'GET /api/v1/account', authorization: 'Bearer AT', body: null }])
  })

  it.each([
    ['2026-02-28', false],
    ['2026-03-01', true],
    [null, true],
  ])('a licence that ends on %s is active: %s', async (endsOn, active) => {
    answer = json(200, { available_licenses: [{ licenseId: 7, licenseName: 'Meeting 50', isActive: true, assignedUsers: 3, maxAssignments: 50, endsOn }, { licenseName: 'no id' }] })
    expect(await open().licences()).toEqual({
      outcome: 'done',
      value: [{ id: '7', name: 'Meeting 50', product: 'meeting-50', seatsUsed: 3, seats: 50, endsOn, active }],
    })
  })

  it('people without those who are switched off', async () => {
    answer = json(200, {
      users: [
        { id: 'u1', name: 'Anna', email: 'anna@example.com', active: true, online_state: 'Online' },
        { id: 'u2', name: '', email: 'bob@example.com' },
        { id: 'u3', name: 'Eve', email: 'eve@example.com', active: false },
        { name: 'nobody' },
      ],
    })
    expect(await open().people()).toEqual({
      outcome: 'done',
      value: [
        { id: 'u1', name: 'Anna', email: 'anna@example.com', presence: 'online' },
        { id: 'u2', name: 'bob@example.com', email: 'bob@example.com', presence: 'unknown' },
      ],
    })
  })
})

describe('meetings', () => {
  const given = {
    id: 'm12345678', subject: 'Plans', start: '2026-03-02T09:00:00Z', end: '2026-03-02T10:00:00+00:00', password: 'x',
    participant_web_link: 'https://meet.example.com/m12345678', time_zone: 'Europe/Berlin', recurrence: 'FREQ=WEEKLY;BYDAY=MO', parley_exceptions: ['2026-03-09T10:00:00+01:00', 'soon'],
    organizer: { name: 'Anna', email: 'anna@example.com' }, invitees: ['bob@example.com', { name: 'Eve', email: 'eve@example.com' }],
  }
  const read = {
    id: 'm12345678', subject: 'Plans', start: '2026-03-02T09:00:00.000Z', end: '2026-03-02T10:00:00.000Z', hasPassword: true,
    joinLink: 'https://meet.example.com/m12345678', timeZone: 'Europe/Berlin',
    recurrence: { frequency: 'weekly', interval: 1, weekdays: ['MO'], ends: null }, exceptions: ['2026-03-09T09:00:00.000Z'],
    organizer: { name: 'Anna', email: 'anna@example.com' }, isReadOnly: false,
    invitees: [{ name: '', email: 'bob@example.com' }, { name: 'Eve', email: 'eve@example.com' }],
  }
  const draft: MeetingDraft = {
    subject: 'Plans', start: '2026-03-02T09:00:00.000Z', end: '2026-03-02T10:00:00.000Z', timeZone: 'Europe/Berlin',
    recurrence: { frequency: 'daily', interval: 2, weekdays: [], ends: { after: 3 } }, password: null, invitees: ['bob@example.com'],
  }

  it('are listed; one that can’t be read costs no other', async () => {
    answer = json(200, { meetings: [given, { id: 'm2', start: 'soon' }, { id: 'm3', start: '2026-03-02T09:00:00' }] })
    const range = { from: '2026-03-01T00:00:00.000Z', to: '2026-03-08T00:00:00.000Z' }
    expect(await open().meetings.list(range)).toMatchObject({
      outcome: 'done',
      value: [read, { id: 'm3', start: '2026-03-02T09:00:00.000Z', end: '2026-03-02T09:00:00.000Z', recurrence: null, exceptions: null, timeZone: null }],
    })
    expect(asked[0]?.line).toBe(
      'GET /api/v1/meetings?from_date=2026-03-01T00%3A00%3A00.000Z&to_date=2026-03-08T00%3A00%3A00.000Z',
    )
  })

  it('are scheduled, changed, read and removed', async () => {
    const { meetings } = open()
    answer = json(201, given)
    expect(await meetings.create(draft, { key: 'one', at: now })).toEqual({ outcome: 'done', value: read })
    answer = (response) => response.writeHead(204).end()
    expect(await meetings.change('m1', { subject: 'New', password: null, recurrence: null })).toEqual({ outcome: 'done', value: null })
    expect(await meetings.remove('m/1')).toEqual({ outcome: 'done', value: null })
    answer = json(200, { invitation_text: 'Come' })
    expect(await meetings.invitation('m1', { language: 'fr', timeZone: 'Europe/Paris' })).toEqual({ outcome: 'done', value: 'Come' })
    expect(asked.map(({ line, body }) => [line, body])).toEqual([
      [
        'POST /api/v1/meetings',
        { subject: 'Plans', start: draft.start, end: draft.end, password: '', time_zone: 'Europe/Berlin', recurrence: 'FREQ=DAILY;INTERVAL=2;COUNT=3', invitees: ['bob@example.com'] },
      ],
      ['PUT /api/v1/meetings/m1', { subject: 'New', password: '', recurrence: null }],
      ['DELETE /api/v1/meetings/m%2F1', null],
      ['GET /api/v1/meetings/m1/invitation?language=fr&timezone=Europe%2FParis', null],
    ])
  })

  it('that are sent again while the first try is under way are said to take long', async () => {
    const { meetings } = open()
    answer = json(409, { error: 'invalid_request' })
    const both = [await meetings.create(draft, { key: 'one', at: now }), await meetings.startNow('Now', { key: 'two', at: now - 5_000 })]
    expect(both).toMatchObject([{ problem: 'too-slow' }, { problem: 'too-slow' }])
    expect(asked).toMatchObject([{ key: 'one' }, { key: 'two', body: { start: '2026-03-01T08:59:55.000Z' } }])
  })

  it('are never asked for by an empty id, which would name all of them', async () => {
    expect(await open().meetings.remove(' ')).toMatchObject({ problem: 'not-found' })
    expect(asked).toEqual([])
  })
})

describe('lists in pages', () => {
  it('are read to their end', async () => {
    answer = (response) => {
      const page = new URL(asked.at(-1)?.line.split(' ')[1] ?? '', 'http://x').searchParams.get('continuation_token')
      const user = { id: `u${page ?? '0'}`, name: 'Anna', email: 'anna@example.com' }
      json(200, { users: [user], ...(page === '2' ? {} : { continuation_token: String(Number(page) + 1) }) })(response)
    }
    const people = await open().people()
    expect(people.outcome === 'done' && people.value.map(({ id }) => id)).toEqual(['u0', 'u1', 'u2'])
  })

  it('that have none are trouble', async () => {
    answer = json(200, { users: [], continuation_token: 'again' })
    expect(await open().people()).toMatchObject({ problem: 'bad-answer' })
  })
})

it('gives the page what the contract says', async () => {
  const workspace = open()
  expect(capabilitiesSchema.safeParse(workspace.capabilities).success).toBe(true)
  answer = json(200, { users: [{ id: 'u1', name: 'Anna', email: 'anna@example.com' }] })
  const people = await workspace.people()
  expect(people.outcome === 'done' && people.value.every((one) => contactSchema.safeParse(one).success)).toBe(true)
  answer = json(200, { id: 'm1', start: '2026-03-02T09:00:00+01:00' })
  const meeting = await workspace.meetings.read('m1')
  expect(meeting.outcome === 'done' && meetingSchema.safeParse(meeting.value).success).toBe(true)
  answer = json(500, {})
  const failure = await workspace.account()
  expect(workspaceFailureSchema.safeParse(failure).success).toBe(true)
  expect(workspaceProblemSchema.safeParse('offline').success).toBe(true)
})

describe('tokens', () => {
  it('that are refused before their time are replaced once', async () => {
    tokens.given = [{ outcome: 'token', token: 'OLD' }]
    answer = (response) => {
      if (asked.at(-1)?.authorization === 'Bearer OLD') json(401, { error: 'token_expired' })(response)
      else json(200, account)(response)
    }
    expect((await open().account()).outcome).toBe('done')
    expect(tokens.rejected).toEqual(['OLD'])
    answer = json(401, { error: 'invalid_token' })
    expect(await open().account()).toMatchObject({ problem: 'expired' })
    expect(tokens.rejected).toEqual(['OLD', 'AT', 'AT'])
  })

  it('that can’t be had end the request', async () => {
    tokens.given = [{ outcome: 'offline' }, { outcome: 'expired' }]
    expect(await open().account()).toMatchObject({ problem: 'offline' })
    expect(await open().account()).toMatchObject({ problem: 'expired' })
    expect(asked).toEqual([])
  })
})

it('the same question is under way once, however many ask it', async () => {
  answer = json(200, account)
  const workspace = open()
  const answers = await Promise.all([workspace.account(), workspace.account(), workspace.account()])
  expect(answers.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done'])
  expect(asked).toHaveLength(1)
  await workspace.account()
  expect(asked).toHaveLength(2)
})

it('tells the session whether the workspace can be reached', async () => {
  answer = json(500, {})
  await open().account()
  expect(tokens.connection).toBe('online')
  address = 'http://127.0.0.1:1'
  await open().account()
  expect(tokens.connection).toBe('offline')
})

it('knows its own pages', () => {
  expect(open().isOwnPage(`${address ?? ''}/meeting/m1`)).toBe(true)
  expect(open().isOwnPage('https://evil.example/')).toBe(false)
})
