import { afterEach, beforeEach, expect, it } from 'vitest'
import { apiEventsSchema } from '../../contract/web-api-events'
import { recordEvents, type CompanyEvent } from '../events/record-event'
import { apiWorkspace, type ApiCall, type ApiWorkspace } from '../testing/api-workspace'

const now = Date.parse('2026-05-01T08:00:00Z')
let workspace: ApiWorkspace
let anna: ApiCall

beforeEach(async () => {
  workspace = await apiWorkspace({ now: () => now })
  anna = await workspace.as(workspace.administratorId)
})
afterEach(() => workspace.remove())

async function events(filter: Record<string, unknown>) {
  const answer = await anna('POST', '/EventLogging', filter)
  expect(answer).toMatchObject({ status: 200 })
  return apiEventsSchema.parse(answer.body)
}

const items = async (filter: Record<string, unknown>) =>
  (await events(filter)).AuditEvents.map(({ AffectedItem }) => AffectedItem)

function event(minute: number, more: Partial<CompanyEvent> = {}): CompanyEvent {
  const author = { accountId: 'u1', email: 'anna@example.com' }
  return {
    companyId: workspace.companyId,
    name: 'EditUserPermissions',
    at: now + minute * 60_000,
    author,
    affectedItem: `user ${String(minute)}`,
    details: { role: 'member', before: null },
    ...more,
  }
}

it('filters by time, name, type and author', async () => {
  await recordEvents(workspace.db, [
    event(1),
    event(2, { name: 'LicenseAssigned' }),
    event(3, { author: null }),
    event(4, { name: 'EditUserProperties', author: { accountId: 'u2', email: 'ben@example.com' } }),
  ])
  const from = { StartDate: '2026-05-01T08:00:30Z' }
  expect(await items(from)).toEqual(['user 4', 'user 3', 'user 2', 'user 1'])
  expect(await items({ ...from, EndDate: '2026-05-01T10:02:30+02:00' })).toEqual(['user 2', 'user 1'])
  expect(await items({ ...from, EndDate: '2026-05-01T08:01:30' })).toEqual(['user 1'])
  expect(await items({ ...from, EventNames: ['LicenseAssigned', 'Unknown'] })).toEqual(['user 2'])
  expect(await items({ ...from, EventTypes: ['UserProfile'] })).toEqual(['user 4'])
  expect(await items({ ...from, EventTypes: ['UserProfile'], EventNames: ['LicenseAssigned'] })).toEqual([])
  expect(await items({ ...from, EventTypes: ['Session'] })).toEqual([])
  expect(await items({ ...from, AccountEmails: ['BEN@example.com'] })).toEqual(['user 4'])
  expect((await events({ EventNames: ['LicenseAssigned'], ...from })).AuditEvents).toEqual([
    {
      EventName: 'LicenseAssigned',
      EventType: 'LicenseManagement',
      Author: 'anna@example.com',
      AffectedItem: 'user 2',
      EventDetails: [
        { PropertyName: 'role', PropertyValue: 'member' },
        { PropertyName: 'before', PropertyValue: '' },
      ],
      Timestamp: '2026-05-01T08:02:00Z',
    },
  ])
})

it('comes in pages, none of which repeats or leaves out events of one moment', async () => {
  const many = Array.from({ length: 2_100 }, (_, number) => ({ ...event(1), affectedItem: `user ${String(number)}` }))
  for (let at = 0; at < many.length; at += 100) await recordEvents(workspace.db, many.slice(at, at + 100))
  const seen: string[] = []
  let token: string | null = ''
  for (let page = 0; token !== null && page < 5; page += 1) {
    const answer = await events({ StartDate: '2026-05-01T08:00:30Z', ContinuationToken: token })
    seen.push(...answer.AuditEvents.map(({ AffectedItem }) => AffectedItem))
    token = answer.ContinuationToken
  }
  expect(seen).toHaveLength(2_100)
  expect(new Set(seen).size).toBe(2_100)
})
