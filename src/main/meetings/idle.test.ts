import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testClock } from '../test-clock'
import { parleyWorkspace } from '../workspace/parley/parley-workspace'
import { teamviewerHosts } from '../workspace/teamviewer/hosts'
import { teamviewerAccess } from '../workspace/teamviewer/teamviewer-access'
import { openTurnstile } from '../workspace/turnstile'
import { oneToken, type Workspace } from '../workspace/workspace'
import { keepAccountDesks } from './account-desks'
import { meetingRequests } from './meeting-requests'

const minute = 60_000
const begin = Date.parse('2026-05-04T07:00:00Z')
const origin = 'https://meet.example.com'

interface World {
  fetch: typeof globalThis.fetch
  now: () => number
}
const turnstile = ({ now }: World) => openTurnstile({ now, random: () => 0.5 })

/** Both kinds, in how many lists each keeps meetings, and in how large answers: the vendor's API knows no pages. */
const kinds: [string, lists: number, pageSize: number, (world: World) => Workspace][] = [
  [
    'Parley’s own',
    1,
    1_000,
    (world) => parleyWorkspace({ isReachable: true, ...world, address: () => origin, lastAddress: () => origin, tokens: oneToken('T'), turnstile: turnstile(world) }),
  ],
  [
    'TeamViewer’s',
    2,
    10_000,
    (world) =>
      teamviewerAccess({
        ...world,
        hosts: teamviewerHosts,
        clientId: () => 'x',
        clientSecret: async () => ({ outcome: 'read', secret: null }),
        redirectPort: () => 0,
        turnstile: turnstile(world),
      }).open(oneToken('T')),
  ],
]

const users = Array.from({ length: 5_000 }, (_, index) => ({ id: `u${index}`, name: `Person ${index}`, email: `p${index}@example.com` }))
const meetings = Array.from({ length: 10_000 }, (_, index) => ({ id: `m${index}`, start: '2026-05-04T09:00:00Z', end: '2026-05-04T10:00:00Z' }))

let folder = ''
const open: { close(): Promise<void> }[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-idle-'))
})
afterEach(async () => {
  await Promise.all(open.splice(0).map((desks) => desks.close()))
  await rm(folder, { recursive: true })
})

/** One page of the users or of the meetings. */
function bodyOf(all: readonly object[], url: URL, pageSize: number): string {
  const from = Number(url.searchParams.get('continuation_token') ?? '0')
  const next = from + pageSize < all.length ? { continuation_token: String(from + pageSize) } : {}
  return JSON.stringify({ [all === users ? 'users' : 'meetings']: all.slice(from, from + pageSize), ...next })
}

/** The pages' requests over a workspace of a kind; the clock is the test's. */
function start(pageSize: number, openKind: (world: World) => Workspace) {
  const clock = testClock(begin)
  const bodies = new Map<string, string>()
  const asked: { at: number; path: string }[] = []
  const who = { isSignedIn: true }
  /** When the meetings were read last. */
  const known = { meetings: null as number | null }
  let underWay = 0
  const answer = async (input: string | URL | Request): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input)
    const isUsers = url.pathname.endsWith('/users')
    asked.push({ at: clock.at, path: url.pathname })
    const body = url.pathname.endsWith('/blizz') ? '{}' : bodies.get(url.href) ?? bodyOf(isUsers ? users : meetings, url, pageSize)
    bodies.set(url.href, body)
    return new Response(body)
  }
  const workspace = openKind({
    now: clock.now,
    fetch: (input) => {
      underWay += 1
      return answer(input).finally(() => (underWay -= 1))
    },
  })
  const desks = keepAccountDesks({
    folder,
    account: () => (who.isSignedIn ? { id: 'anna', workspace } : null),
    zone: () => 'Europe/Berlin',
    now: clock.now,
    newKey: () => 'key',
    setTimer: clock.setTimer,
    onMeetings: ({ fetchedAt }) => (known.meetings = fetchedAt),
    onTrouble: () => undefined,
    onContacts: () => undefined,
    log: () => undefined,
  })
  open.push(desks)
  const requests = meetingRequests({
    desks,
    calendar: { add: async () => 'opened', close: async () => undefined },
    copyText: () => undefined,
    openOutside: async () => undefined,
    language: () => 'en',
    zone: () => 'Europe/Berlin',
    accountAt: () => null,
    showAs: () => undefined,
  })
  /** Until nothing is on its way any more but what waits for the clock. */
  const settled = async () => {
    for (let quiet = 0; quiet < 20; quiet = underWay === 0 ? quiet + 1 : 0) await new Promise((resolve) => setImmediate(resolve))
  }
  const elapse = async (milliseconds: number) => {
    clock.pass(milliseconds)
    await settled()
  }
  const contacts = (why: 'opened' | 'waiting') => requests['contacts.list']({ known: null, from: 0, why })
  const list = () => requests['meetings.list']({ known: null, from: 0 })
  /** Both pages were opened, and have all that there is. */
  const opened = async () => {
    await Promise.all([list(), contacts('opened')])
    await expect.poll(async () => [known.meetings, (await contacts('waiting')).total]).toEqual([begin, 5_000])
    await settled()
  }
  return { known, asked, who, elapse, contacts, opened }
}

describe.each(kinds)('with 5,000 contacts and 10,000 meetings in a workspace of %s', (_kind, lists, pageSize, openKind) => {
  const pages = Math.ceil(5_000 / pageSize) + lists * Math.ceil(10_000 / pageSize)

  it('a page that was opened has them at once, and half an hour of standing there costs at most one request a minute', async () => {
    const { known, asked, elapse, contacts, opened } = start(pageSize, openKind)
    await opened()
    expect(asked.map(({ at }) => at)).toEqual(Array.from({ length: pages }, () => begin))
    for (let half = 1; half <= 60; half += 1) {
      await elapse(minute / 2)
      // As the page does, every two minutes.
      if (half % 4 === 0) await contacts('waiting')
    }
    const later = asked.slice(pages).map(({ at }) => at)
    expect(later.length).toBeGreaterThan(pages)
    for (const [index, at] of later.entries()) expect(at - (later[index - 1] ?? begin)).toBeGreaterThanOrEqual(minute)
    // Both are new all the same.
    expect(known.meetings).toBeGreaterThan(begin + 5 * minute)
    expect((await contacts('waiting')).fetchedAt).toBeGreaterThan(begin + 5 * minute)
  })

  it('whoever opens the page meanwhile has them at once, and nothing is asked for whoever has left', async () => {
    const { asked, who, elapse, contacts, opened } = start(pageSize, openKind)
    await opened()
    await elapse(2 * minute)
    await contacts('waiting')
    await elapse(1)
    expect(asked).toHaveLength(pages + 1)
    await contacts('opened')
    await elapse(1)
    const now = pages + Math.ceil(5_000 / pageSize)
    expect(asked).toHaveLength(now)

    await elapse(2 * minute)
    await contacts('waiting')
    await elapse(1)
    expect(asked).toHaveLength(now + 1)
    who.isSignedIn = false
    for (let half = 0; half < 30; half += 1) await elapse(minute / 2)
    expect(asked).toHaveLength(now + 1)
  })
})
