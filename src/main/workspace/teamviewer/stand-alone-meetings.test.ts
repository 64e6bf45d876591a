import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clientId, startTestCloud, type TestCloud } from '../../../../tests/stand-in/teamviewer-cloud'
import { tokenOf } from '../../../../tests/stand-in/teamviewer-token'
import { freshHistory, type ListHistory } from '../list-history'
import { openTurnstile } from '../turnstile'
import { oneToken, type WorkspaceMeetings } from '../workspace'
import { teamviewerAccess } from './teamviewer-access'

const range = { from: '2026-03-01T00:00:00.000Z', to: '2026-03-08T00:00:00.000Z' }
const own = { id: 'm12-345-678', subject: 'Plans', isReadOnly: false }
const standAlone = (id: string, start = '2026-03-03T09:00:00Z', end = '2026-03-03T10:00:00Z') => ({
  id, subject: 'Stand-alone', start, end, participant_web_link: `https://go.teamviewer.com/v15/${id}`,
})
const alone = { id: 'm77-777-777', subject: 'Stand-alone', isReadOnly: true, joinLink: 'https://go.teamviewer.com/v15/m77-777-777' }

let cloud: TestCloud
let meetings: WorkspaceMeetings
let history: ListHistory
let missed: string[]

beforeEach(async () => {
  cloud = await startTestCloud()
  cloud.behaviour.standAlone = [standAlone('m77-777-777')]
  missed = []
  history = { ...freshHistory(), stillMissing: (problem) => missed.push(problem) }
  meetings = teamviewerAccess({
    hosts: cloud.hosts,
    clientId: () => clientId,
    clientSecret: async () => ({ outcome: 'read', secret: null }),
    redirectPort: () => 0,
    fetch,
    turnstile: openTurnstile({ now: Date.now, random: () => 0.5 }),
    now: Date.now,
  }).open(oneToken(await tokenOf(cloud)), history).meetings
})
afterEach(() => cloud.close())

const listed = () => cloud.lines.filter((line) => line.startsWith('GET /api/v1/meetings'))

describe('the meetings of TeamViewer’s stand-alone Meeting product', () => {
  it('are in the list beside the others, each marked as one that can only be read', async () => {
    expect(await meetings.list(range)).toMatchObject({ outcome: 'done', value: [own, alone], missing: null })
    expect(cloud.complaints).toEqual([])
  })

  it('are those of the days that were asked for, and none twice', async () => {
    cloud.behaviour.standAlone = [
      standAlone('m70-000-001', '2026-02-28T22:00:00Z', '2026-03-01T00:00:00Z'),
      standAlone('m70-000-002', '2026-02-28T22:00:00Z', '2026-03-01T00:00:01Z'),
      standAlone('m70-000-003', '2026-03-08T00:00:00Z', '2026-03-08T01:00:00Z'),
      standAlone(own.id),
    ]
    expect(await meetings.list(range)).toMatchObject({ value: [own, { id: 'm70-000-002' }] })
  })

  it('are asked for after a pause, where there is no hurry', async () => {
    const before: number[] = []
    expect(await meetings.list(range, async () => void before.push(listed().length))).toMatchObject({ value: [own, alone] })
    expect([...before, listed().length]).toEqual([1, 2])
  })

  it('are found by their id', async () => {
    expect(await meetings.read(alone.id)).toMatchObject({ outcome: 'done', value: alone })
    expect(await meetings.read(own.id)).toMatchObject({ outcome: 'done', value: own })
    expect(cloud.complaints).toEqual([])
    cloud.behaviour.refusals = { '/meetings/m99-999-999': { status: 404, error: 'not_found' } }
    expect(await meetings.read('m99-999-999')).toMatchObject({ outcome: 'failed', problem: 'not-found' })
  })

  it.each([
    [403, 'invalid_permission'],
    [403, 'license_required'],
    [404, 'not_found'],
    [400, 'invalid_request'],
  ])('are not missed where the account has none: %i %s', async (status, error) => {
    cloud.behaviour.refusals = { '/meetings/blizz': { status, error } }
    expect(await meetings.list(range)).toMatchObject({ outcome: 'done', value: [own], missing: null })
    expect(await meetings.read(alone.id)).toMatchObject({ outcome: 'done', value: alone })
  })

  it('are not missed where the workspace never gave them, whatever it answers instead', async () => {
    cloud.behaviour.refusals = { '/meetings/blizz': { status: 500, error: 'internal_error' } }
    for (let times = 0; times < 2; times += 1) {
      expect(await meetings.list(range)).toMatchObject({ outcome: 'done', value: [own], missing: null })
    }
    expect([missed, history.hasAnswered()]).toEqual([['workspace-error', 'workspace-error'], false])
    cloud.behaviour.refusals = { '/meetings/m99-999-999': { status: 404, error: 'not_found' }, '/meetings/blizz/m99-999-999': { status: 500, error: 'internal_error' } }
    expect(await meetings.read('m99-999-999')).toMatchObject({ outcome: 'failed', problem: 'not-found' })
  })

  it('are missed from the first time on that the workspace gave them, though there were none', async () => {
    cloud.behaviour.standAlone = []
    expect(await meetings.list(range)).toMatchObject({ value: [own], missing: null })
    expect(history.hasAnswered()).toBe(true)
    cloud.behaviour.refusals = { '/meetings/blizz': { status: 500, error: 'internal_error' } }
    expect(await meetings.list(range)).toMatchObject({ value: [own], missing: { isReadOnly: true, problem: 'workspace-error' } })
    expect(missed).toEqual([])
  })

  it('hide no others when they can’t be had, and are not hidden when the others can’t', async () => {
    await meetings.list(range)
    cloud.behaviour.refusals = { '/meetings/blizz': { status: 500, error: 'internal_error' } }
    expect(await meetings.list(range)).toMatchObject({ value: [own], missing: { isReadOnly: true, problem: 'workspace-error' } })
    cloud.behaviour.refusals = { '/meetings': { status: 500, error: 'internal_error' } }
    expect(await meetings.list(range)).toMatchObject({ value: [alone], missing: { isReadOnly: false, problem: 'workspace-error' } })
    cloud.behaviour.refusals = { '/meetings': { status: 403, error: 'license_required' } }
    expect(await meetings.list(range)).toMatchObject({ value: [alone], missing: null })
  })

  it('say nothing of a failure that is everybody’s', async () => {
    cloud.behaviour.refusals = { '/meetings': { status: 403, error: 'license_required' }, '/meetings/blizz': { status: 403, error: 'license_required' } }
    expect(await meetings.list(range)).toMatchObject({ outcome: 'failed', problem: 'licence-required' })
    const before = listed().length
    cloud.behaviour.refusals = { '/meetings': { status: 429, error: 'rate_limit_reached' } }
    expect(await meetings.list(range)).toMatchObject({ outcome: 'failed', problem: 'busy' })
    expect(listed()).toHaveLength(before + 1)
  })
})
