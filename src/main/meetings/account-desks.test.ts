import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testMeeting } from '../../contract/test-meeting'
import type { Capabilities } from '../../contract/workspace'
import { testClock } from '../test-clock'
import { failed, type Workspace } from '../workspace/workspace'
import { keepAccountDesks } from './account-desks'
import { meetingRequests } from './meeting-requests'

const capabilities: Capabilities = {
  people: true,
  presence: true,
  meetingTimeZone: true,
  meetingRecurrence: true,
  meetingInvitees: true,
  meetingRoom: 'browser',
  linksElsewhere: true,
}
const minute = 60_000
const meeting = testMeeting({
  start: '2026-05-04T10:00:00.000Z',
  end: '2026-05-04T11:00:00.000Z',
  timeZone: null,
  joinLink: 'https://meet.example.com/join/1',
})

let folder = ''
const open: { close(): Promise<void> }[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-desks-'))
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((desks) => desks.close()))
  await rm(folder, { recursive: true })
})

/** The requests of a page about a workspace that notes when it was asked, at a clock that the test moves. */
function world() {
  const clock = testClock(Date.parse('2026-05-04T07:00:00Z'))
  const asked: { at: number; what: string }[] = []
  const who = { account: 'anna' as string | null, isReadOnly: false }
  const note = (what: string) => asked.push({ at: clock.at, what })
  const unused = () => Promise.reject(new Error('Not asked for here'))
  const workspace: Workspace = {
    capabilities,
    account: unused,
    company: unused,
    licences: unused,
    people: async () => {
      note('people')
      return { outcome: 'done', value: [{ id: 'u1', name: 'Bob', email: 'bob@example.com', presence: 'online' }] }
    },
    meetings: {
      list: async () => {
        note('meetings')
        return { outcome: 'done', value: [{ ...meeting, isReadOnly: who.isReadOnly }], missing: null }
      },
      read: async () => failed('not-found'),
      create: unused,
      startNow: unused,
      change: unused,
      remove: async () => ({ outcome: 'done', value: null }),
      removeOccurrence: unused,
      changeOccurrence: unused,
      restoreOccurrence: unused,
      invitation: async (id) => ({ outcome: 'done', value: `Come to ${id}` }),
    },
    consoleAddress: () => null,
    isOwnPage: (address) => address.startsWith('https://meet.example.com/'),
  }
  const desks = keepAccountDesks({
    folder,
    account: () => (who.account === null ? null : { id: who.account, workspace }),
    zone: () => 'Europe/Berlin',
    now: clock.now,
    newKey: () => 'key',
    setTimer: clock.setTimer,
    onMeetings: () => undefined,
    onTrouble: () => undefined,
    onContacts: () => undefined,
    log: () => undefined,
  })
  open.push(desks)
  const copied: string[] = []
  const requests = meetingRequests({
    desks,
    calendar: { add: async () => 'opened', close: async () => undefined },
    copyText: (text) => void copied.push(text),
    openOutside: unused,
    accountAt: () => null,
    showAs: () => undefined,
    language: () => 'en',
    zone: () => 'Europe/Berlin',
  })
  const elapse = async (milliseconds: number) => {
    clock.pass(milliseconds)
    await settled()
  }
  return { desks, requests, asked, copied, who, elapse }
}

/** A wish for the beginning of a list, of which nothing is there yet. */
const first = { known: null, from: 0 }

/** Until what was started has read and written its files. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 15))

describe('meetings and contacts of an account', () => {
  it('make at most one request a minute by themselves, with every page open for half an hour', async () => {
    const { requests, asked, elapse } = world()
    await requests['meetings.list'](first)
    await requests['contacts.list']({ ...first, why: 'opened' })
    await settled()
    const opened = asked.length
    for (let half = 0; half < 60; half += 1) {
      await elapse(minute / 2)
      if (half % 4 === 3) await requests['contacts.list']({ ...first, why: 'waiting' })
      await settled()
    }
    const later = asked.slice(opened).map(({ at }) => at)
    expect(later.length).toBeGreaterThan(5)
    for (const [index, at] of later.entries()) expect(at - (later[index - 1] ?? 0)).toBeGreaterThanOrEqual(minute)
  })

  it('ask nothing before the first screen is there', async () => {
    const { requests, asked, elapse } = world()
    await requests['meetings.upcoming'](undefined)
    await settled()
    expect(asked).toEqual([])
    await elapse(2_000)
    expect(asked.map(({ what }) => what)).toEqual(['meetings'])
  })

  it('are left alone while the first screen comes up, also where the window gets the focus, and looked at whenever it does later', async () => {
    const { desks, asked, elapse } = world()
    desks.lookAgain()
    await settled()
    expect(asked).toEqual([])
    await elapse(2_000)
    expect(asked).toHaveLength(1)
    await elapse(1.5 * minute)
    desks.lookAgain()
    await settled()
    expect(asked).toHaveLength(2)
  })

  it('are kept by account, and nothing is left of one that is forgotten', async () => {
    const { desks, requests, who } = world()
    await requests['meetings.refresh'](undefined)
    await settled()
    who.account = 'bob'
    expect(await requests['meetings.list'](first)).toMatchObject({ items: [] })
    await requests['meetings.refresh'](undefined)
    await settled()
    expect(await readdir(folder)).toHaveLength(2)
    await desks.forget('anna')
    expect(await readdir(folder)).toHaveLength(1)
    who.account = null
    expect(await requests['meetings.list'](first)).toMatchObject({ items: [], fetchedAt: null })
    expect(await requests['meetings.startNow']('Now')).toMatchObject({ outcome: 'failed', problem: 'expired' })
  })

  it('copy the invitation that the workspace writes', async () => {
    const { requests, copied } = world()
    await requests['meetings.refresh'](undefined)
    expect(await requests['meetings.copyInvitation'](meeting.id)).toEqual({ outcome: 'done' })
    expect(copied).toEqual([`Come to ${meeting.id}`])
  })

  it('find a meeting by its id, however it is written', async () => {
    const { requests } = world()
    await requests['meetings.refresh'](undefined)
    for (const id of [meeting.id, 'm12345678']) expect(await requests['meetings.find']({ id, place: null })).toMatchObject({ meeting: { id: meeting.id } })
    expect(await requests['meetings.find']({ id: 'm12345679', place: null })).toMatchObject({ problem: 'not-found' })
  })

  it('copy name and link of what can only be read, and change none of it', async () => {
    const { requests, copied, who } = world()
    who.isReadOnly = true
    await requests['meetings.refresh'](undefined)
    expect(await requests['meetings.copyInvitation'](meeting.id)).toEqual({ outcome: 'done' })
    expect(copied).toEqual([`Plan\n${meeting.joinLink ?? ''}`])
    expect(await requests['meetings.change']({ id: meeting.id, change: { subject: 'Other' } })).toMatchObject({ problem: 'not-offered' })
    expect(await requests['meetings.find']({ id: meeting.id, place: null })).toMatchObject({ meeting: { subject: 'Plan' } })
  })
})
