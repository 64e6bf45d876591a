import { describe, expect, it } from 'vitest'
import type { Meeting } from '../../contract/meeting'
import type { MeetingTrouble, Upcoming } from '../../contract/meetings'
import { testMeeting } from '../../contract/test-meeting'
import { undoTime } from '../../contract/undo-time'
import type { Capabilities } from '../../contract/workspace'
import { failed, type Making, type MeetingsAnswer, type Workspace, type WorkspaceAnswer } from '../workspace/workspace'
import { openMeetingsDesk } from './meetings-desk'

const capabilities: Capabilities = { people: true, presence: true, meetingTimeZone: true, meetingRecurrence: true, meetingInvitees: true, meetingRoom: 'client', linksElsewhere: true }
const now = Date.parse('2026-05-04T07:00:00Z')

function meeting(id: string, start: string, more: Partial<Meeting> = {}): Meeting {
  const end = new Date(Date.parse(start) + 1_800_000).toISOString()
  return testMeeting({ id, subject: `Subject of ${id}`, start, end, ...more })
}

const unused = () => Promise.reject(new Error('Not asked for here'))
const whole = ({ id }: Meeting) => ({ id, occurrence: null })

const draft = { subject: 'New', start: '2026-05-04T10:00:00.000Z', end: '2026-05-04T11:00:00.000Z', timeZone: 'Europe/Berlin', recurrence: null, password: null, invitees: [] }

/** A desk on a workspace that holds these meetings. */
function world(meetings: Meeting[], kept: { list?: Meeting[]; upcoming?: Upcoming } = {}) {
  const calls: string[] = []
  const keys: string[] = []
  const clock = { now, keys: 0 }
  const troubles: MeetingTrouble[] = []
  const changes: Upcoming[] = []
  const timers = new Set<{ run: () => void; after: number }>()
  const answers = { list: null as MeetingsAnswer | null, other: { outcome: 'done', value: null } as WorkspaceAnswer<null> }
  const answer = (name: string) => {
    calls.push(name)
    return Promise.resolve(answers.other)
  }
  const made = async (name: string, { key, at }: Making) => {
    keys.push(`${key} at ${at - now}`)
    const { outcome } = await answer(name)
    return outcome === 'done' ? { outcome, value: meeting('m99-999-999', draft.start) } : failed('offline')
  }
  const workspace: Workspace['meetings'] = {
    list: () => {
      calls.push('list')
      return Promise.resolve(answers.list ?? { outcome: 'done', value: meetings, missing: null })
    },
    read: () => Promise.resolve(failed('not-found')),
    create: (_draft, making) => made('create', making),
    startNow: (_subject, making) => made('startNow', making),
    change: (id) => answer(`change ${id}`),
    remove: (id) => answer(`remove ${id}`),
    removeOccurrence: unused,
    changeOccurrence: unused,
    restoreOccurrence: unused,
    invitation: () => Promise.resolve({ outcome: 'done', value: 'Come' }),
  }
  const desk = openMeetingsDesk({
    workspace: { capabilities, account: unused, company: unused, licences: unused, people: unused, meetings: workspace, consoleAddress: () => null, isOwnPage: () => false },
    files: {
      list: { read: async () => (kept.list === undefined ? null : { items: kept.list, fetchedAt: 7 }), write: async () => undefined },
      upcoming: { read: async () => kept.upcoming ?? null, write: async () => undefined },
    },
    zone: () => 'Europe/Berlin',
    now: () => clock.now,
    newKey: () => `key ${(clock.keys += 1)}`,
    setTimer: (run, after) => {
      const timer = { run, after }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    onChange: (upcoming) => changes.push(upcoming),
    onTrouble: (trouble) => troubles.push(trouble),
  })
  const ids = async () => (await desk.list()).items.map(({ id }) => id)
  const elapse = async () => {
    for (const timer of timers) {
      expect(timer.after).toBe(undoTime)
      timers.delete(timer)
      timer.run()
    }
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { desk, calls, keys, clock, troubles, changes, answers, ids, elapse }
}

const today = meeting('m11-111-111', '2026-05-04T08:00:00.000Z')
const running = meeting('m22-222-222', '2026-05-04T06:45:00.000Z')
const tomorrow = meeting('m33-333-333', '2026-05-05T20:00:00.000Z')
const later = meeting('m44-444-444', '2026-05-06T08:00:00.000Z')
const over = meeting('m55-555-555', '2026-05-04T06:00:00.000Z')

describe('a meeting that is wished for', () => {
  it('has the same key when it is sent again unchanged, and another one after a change or a success', async () => {
    const { desk, keys, answers, clock } = world([])
    answers.other = failed('too-slow')
    await desk.create(draft)
    clock.now += 9_000
    await desk.create({ ...draft })
    await desk.create({ ...draft, subject: 'Changed' })
    answers.other = { outcome: 'done', value: null }
    await desk.create(draft)
    await desk.create(draft)
    expect(keys).toEqual(['key 1 at 0', 'key 1 at 0', 'key 2 at 9000', 'key 1 at 0', 'key 3 at 9000'])
  })

  it('that starts now is the same for ten minutes, with the time of the first wish', async () => {
    const { desk, keys, answers, clock } = world([])
    answers.other = failed('too-slow')
    await desk.startNow('Now')
    clock.now += 599_999
    await desk.startNow('Now')
    clock.now += 1
    await desk.startNow('Now')
    expect(keys).toEqual(['key 1 at 0', 'key 1 at 0', 'key 2 at 600000'])
  })
})

describe('what Home shows', () => {
  it('is what runs, and what comes today and tomorrow, in order', async () => {
    const { desk } = world([later, tomorrow, today, over, running])
    await desk.refresh()
    expect((await desk.upcoming()).soon.map(({ id }) => id)).toEqual([running.id, today.id, tomorrow.id])
  })

  it('is the very next meeting of the week when there is none today or tomorrow', async () => {
    const { desk } = world([later, meeting('m66-666-666', '2026-05-07T08:00:00.000Z')])
    await desk.refresh()
    expect((await desk.upcoming()).soon.map(({ id }) => id)).toEqual([later.id])
  })

  it('comes from the disk at once, without what is over, and asks nobody', async () => {
    const soon = (each: Meeting) => ({ id: each.id, subject: each.subject, start: Date.parse(each.start), end: Date.parse(each.end), isSeries: false })
    const upcoming = { soon: [soon(over), soon(today)], fetchedAt: 5, problem: null, revision: 3, capabilities }
    const { desk, calls } = world([], { upcoming })
    expect(await desk.upcoming()).toMatchObject({ soon: [{ id: today.id }], fetchedAt: 5 })
    expect(calls).toEqual([])
  })
})

describe('changes', () => {
  it('are shown at once, and taken back where the workspace refuses them', async () => {
    const { desk, answers, changes } = world([today])
    await desk.refresh()
    answers.other = failed('forbidden')
    const answer = await desk.change(today.id, { subject: 'Other', password: '1234' })
    expect(changes.map(({ soon }) => soon[0]?.subject)).toEqual([today.subject, 'Other', today.subject])
    expect(answer).toMatchObject({ outcome: 'failed', problem: 'forbidden' })
    expect(await desk.find(today.id)).toEqual(today)
  })

  it('put what was scheduled into the list without asking for it again', async () => {
    const { desk, calls, ids, answers } = world([today])
    await desk.refresh()
    expect(await desk.create(draft)).toMatchObject({ outcome: 'done', meeting: { id: 'm99-999-999' } })
    expect(await ids()).toEqual([today.id, 'm99-999-999'])
    expect(calls).toEqual(['list', 'create'])
    answers.other = failed('offline')
    expect(await desk.startNow('Now')).toMatchObject({ outcome: 'failed', problem: 'offline' })
  })
})

describe('two lists of which one fails', () => {
  const fixed = meeting('m66-666-666', '2026-05-04T09:00:00.000Z', { isReadOnly: true })

  it.each([
    [true, [later.id, fixed.id]],
    [false, [later.id, today.id]],
  ])('show what is new in the other, and what was known of the one (read-only: %s)', async (isReadOnly, shown) => {
    const { desk, answers, changes, ids } = world([today, fixed])
    await desk.refresh()
    answers.list = { outcome: 'done', value: [later], missing: { isReadOnly, problem: 'workspace-error', retryAt: null } }
    await desk.refresh()
    expect(await ids()).toEqual(shown)
    expect(changes.at(-1)).toMatchObject({ problem: 'workspace-error', fetchedAt: now })
    answers.list = { outcome: 'done', value: [later], missing: null }
    await desk.retry()
    expect(await ids()).toEqual([later.id])
    expect(changes.at(-1)).toMatchObject({ problem: null })
  })

  it('leave what can only be read where it is', async () => {
    const { desk, calls, ids, elapse } = world([fixed])
    await desk.refresh()
    await desk.remove(whole(fixed))
    await elapse()
    expect(await ids()).toEqual([fixed.id])
    expect(calls).toEqual(['list'])
  })
})

describe('days that the list does not reach', () => {
  const range = { from: '2030-01-07T00:00:00.000Z', to: '2030-01-14T00:00:00.000Z' }
  const far = meeting('m77-777-777', '2030-01-08T08:00:00.000Z')

  it('come from the workspace, and what is changed there is read anew', async () => {
    const { desk, calls, answers } = world([])
    await desk.refresh()
    answers.list = { outcome: 'done', value: [far], missing: null }
    expect(await desk.range(range)).toEqual({ outcome: 'done', meetings: [far], problem: null })
    expect(await desk.find(far.id)).toEqual(far)
    await desk.change(far.id, { subject: 'Other' })
    await desk.range(range)
    expect(calls).toEqual(['list', 'list', `change ${far.id}`, 'list'])
  })

  it('lose a meeting that is deleted at once, until that is undone', async () => {
    const { desk, calls, answers, elapse } = world([])
    await desk.refresh()
    answers.list = { outcome: 'done', value: [far], missing: null }
    await desk.range(range)
    await desk.remove(whole(far))
    expect(await desk.range(range)).toEqual({ outcome: 'done', meetings: [], problem: null })
    expect(desk.undoRemove(whole(far))).toBe(true)
    expect(await desk.range(range)).toEqual({ outcome: 'done', meetings: [far], problem: null })
    await desk.remove(whole(far))
    await elapse()
    expect(calls).toContain(`remove ${far.id}`)
  })
})

describe('a deletion', () => {
  it('is done once there is no way back any more', async () => {
    const { desk, calls, ids, elapse } = world([today, later])
    await desk.refresh()
    await desk.remove(whole(today))
    expect(await ids()).toEqual([later.id])
    expect(calls).not.toContain(`remove ${today.id}`)
    await elapse()
    expect(calls).toContain(`remove ${today.id}`)
    expect(desk.undoRemove(whole(today))).toBe(false)
    expect(await ids()).toEqual([later.id])
  })

  it('that was undone never happened', async () => {
    const { desk, calls, ids, elapse } = world([today])
    await desk.refresh()
    await desk.remove(whole(today))
    expect(desk.undoRemove(whole(today))).toBe(true)
    await elapse()
    expect(await ids()).toEqual([today.id])
    expect(calls).toEqual(['list'])
  })

  it('that fails brings the meeting back and says why', async () => {
    const { desk, answers, troubles, ids, elapse } = world([today])
    await desk.refresh()
    answers.other = failed('offline')
    await desk.remove(whole(today))
    await elapse()
    expect(await ids()).toEqual([today.id])
    expect(troubles).toEqual([{ id: today.id, subject: today.subject, problem: 'offline' }])
  })

  it('of what is gone already is no trouble', async () => {
    const { desk, answers, troubles, ids, elapse } = world([today])
    await desk.refresh()
    answers.other = failed('not-found')
    await desk.remove(whole(today))
    await elapse()
    expect(troubles).toEqual([])
    expect(await ids()).toEqual([])
  })

  it('is not forgotten when Parley quits meanwhile', async () => {
    const { desk, calls } = world([today])
    await desk.refresh()
    await desk.remove(whole(today))
    await desk.close()
    expect(calls).toContain(`remove ${today.id}`)
  })
})
