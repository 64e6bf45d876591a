import { describe, expect, it } from 'vitest'
import type { Meeting } from '../../contract/meeting'
import type { Destination } from '../../contract/routes'
import { defaultSettings, type Settings } from '../../contract/settings'
import { testMeeting } from '../../contract/test-meeting'
import { mainWords } from '../i18n/words'
import { upcomingOf } from '../meetings/upcoming'
import { openNotificationsDesk, type Shown } from './notifications-desk'

const minute = 60_000
const noon = Date.parse('2026-05-04T12:00:00Z')
const zone = 'Europe/Berlin'

function meeting(id: string, start: number, more: Partial<Meeting> = {}): Meeting {
  const anna = { name: 'Anna', email: 'anna@example.com' }
  return testMeeting({
    id, subject: `Subject of ${id}`, start: new Date(start).toISOString(), end: new Date(start + 30 * minute).toISOString(), organizer: anna, ...more,
  })
}

const bob = { name: 'Bob', email: 'bob@example.com' }

/** A desk of Anna's, whose clock and meetings the test moves. */
function world(given: { meetings?: Meeting[]; settings?: Partial<Settings['notifications']>; told?: string[] } = {}) {
  const shown: Shown[] = []
  const badges: number[] = []
  const went: Destination[] = []
  let meetings = given.meetings ?? []
  let revision = 1
  let now = noon
  let settings = { ...defaultSettings.notifications, ...given.settings }
  let told: readonly string[] = given.told ?? []
  let timer: { run: () => void; at: number } | null = null
  let accounts = ['anna']
  let isFocused = false
  let hasBegun = false
  let reads = 0
  const age = { fetchedAt: noon, problem: null }
  const desk = openNotificationsDesk({
    settings: () => settings,
    meetings: () =>
      accounts.map((accountId) => ({
        accountId,
        email: `${accountId}@example.com`,
        upcoming: () => Promise.resolve({ ...age, revision, soon: upcomingOf(meetings, now, zone), capabilities: null }),
        list: () => {
          reads += 1
          return Promise.resolve({ ...age, revision, items: meetings })
        },
      })),
    told: { get: () => told, set: (next) => (told = next) },
    show: (each) => shown.push(each),
    badge: (count) => badges.push(count),
    language: () => ({ language: 'en', zone, words: mainWords('en').notifications }),
    goTo: (destination) => went.push(destination),
    isWindowFocused: () => isFocused,
    zone: () => zone,
    now: () => now,
    setTimer: (run, milliseconds) => {
      const mine = { run, at: now + milliseconds }
      timer = mine
      return () => {
        if (timer === mine) timer = null
      }
    },
    log: (_what, error) => {
      throw error
    },
  })
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve))
  const first = 1_000
  desk.begin()
  return {
    desk, first, shown, badges, went,
    titles: () => shown.map(({ title }) => title),
    told: () => told,
    reads: () => reads,
    /** Lets the time pass as it does while the computer is awake: every timer rings. */
    pass: async (milliseconds: number) => {
      const until = now + milliseconds
      while (timer !== null && timer.at <= until) {
        const { run, at } = timer
        now = at
        timer = null
        run()
        await settle()
      }
      now = until
    },
    /** Sets the clock, or sleeps: no timer rings. */
    jump: (milliseconds: number) => (now += milliseconds),
    /** Looks; the first time, the time until the first look is over. */
    look: async () => {
      if (!hasBegun) {
        hasBegun = true
        timer?.run()
      } else desk.look()
      await settle()
    },
    replace: (next: Meeting[]) => {
      meetings = next
      revision += 1
    },
    set: (change: Partial<Settings['notifications']>) => (settings = { ...settings, ...change }),
    signOut: () => (accounts = []),
    focus: () => (isFocused = true),
  }
}

it('nothing is read while the first screen comes up, whatever asks for a look', async () => {
  const { desk, first, pass, reads, titles } = world({ meetings: [meeting('m12-345-678', noon + 4 * minute)] })
  desk.look()
  await pass(first - 1)
  expect(reads()).toBe(0)
  await pass(1)
  expect(reads()).toBe(1)
  expect(titles()).toEqual(['Subject of m12-345-678'])
})

describe('reminders', () => {
  it('tell of a meeting five minutes before it starts, once, and lead to it', async () => {
    const { look, pass, shown, went } = world({ meetings: [meeting('m12-345-678', noon + 20 * minute)] })
    await look()
    await pass(15 * minute - 1)
    expect(shown).toEqual([])
    await pass(1)
    expect(shown).toMatchObject([{ title: 'Subject of m12-345-678', action: 'Join' }])
    expect(shown[0]?.body).toMatch(/^Starts in 5 minutes\n2:20\s–\s2:50\sPM$/u)
    await pass(30 * minute)
    expect(shown).toHaveLength(1)
    shown[0]?.onChosen()
    expect(went).toEqual([{ page: 'join', meeting: 'm12-345-678' }])
  })

  it('are not repeated by the next run, and are for another start', async () => {
    const first = world({ meetings: [meeting('m1', noon + minute)] })
    await first.look()
    expect(first.titles()).toEqual(['Subject of m1'])
    const second = world({ meetings: [meeting('m1', noon + minute)], told: [...first.told()] })
    await second.look()
    expect(second.shown).toEqual([])
    second.replace([meeting('m1', noon + 4 * minute)])
    await second.look()
    expect(second.titles()).toEqual(['Subject of m1'])
  })

  it('after a sleep tell of what is still to come, with the minutes that are left, and of nothing that has begun', async () => {
    const { look, jump, shown, titles } = world({ meetings: [meeting('missed', noon + 10 * minute), meeting('next', noon + 62 * minute)] })
    await look()
    jump(60 * minute)
    await look()
    expect(titles()).toEqual(['Subject of next'])
    expect(shown[0]?.body).toContain('in 2 minutes')
  })

  it('come within half a minute of a clock that was set', async () => {
    const { look, jump, pass, titles } = world({ meetings: [meeting('m1', noon + 60 * minute)] })
    await look()
    // The timer was set by the old clock: it rings thirty seconds later, whatever the clock says then.
    await pass(29_000)
    jump(56 * minute)
    await pass(0)
    expect(titles()).toEqual(['Subject of m1'])
  })

  it('tell of each time of a series', async () => {
    const daily: Meeting['recurrence'] = { frequency: 'daily', interval: 1, weekdays: [], ends: null }
    const { look, pass, shown } = world({ meetings: [meeting('m1', noon + 10 * minute, { recurrence: daily })] })
    await look()
    await pass(24 * 60 * minute + 10 * minute)
    expect(shown).toHaveLength(2)
  })

  it('are held back while it is quiet, and come afterwards if the meeting has not begun', async () => {
    const { look, pass, set, titles } = world({
      meetings: [meeting('in-pause', noon + 6 * minute), meeting('after', noon + 12 * minute)],
      settings: { pausedUntil: noon + 8 * minute },
    })
    await look()
    await pass(7 * minute)
    expect(titles()).toEqual([])
    await pass(2 * minute)
    expect(titles()).toEqual(['Subject of after'])
    set({ meetingSoon: false })
    await pass(30 * minute)
    expect(titles()).toHaveLength(1)
  })

  it('of a meeting that has begun never come', async () => {
    const { look, shown } = world({ meetings: [meeting('m1', noon)] })
    await look()
    expect(shown).toEqual([])
  })
})

describe('invitations', () => {
  const invited = (id: string) => meeting(id, noon + 24 * 60 * minute, { organizer: bob })

  it('are what came since the list was known, from somebody else', async () => {
    const { look, replace, shown, badges, went } = world({ meetings: [invited('m10-000-001')] })
    await look()
    expect(shown).toEqual([])
    replace([invited('m10-000-001'), invited('m10-000-002'), meeting('m10-000-003', noon + 24 * 60 * minute)])
    await look()
    expect(shown).toMatchObject([{ title: 'Invitation: Subject of m10-000-002', action: null }])
    expect(shown[0]?.body).toMatch(/^From Bob\nTue, May 5, 2:00\s–\s2:30\sPM$/u)
    expect(badges).toEqual([1])
    shown[0]?.onChosen()
    expect(went).toEqual([{ page: 'join', meeting: 'm10-000-002' }])
  })

  it('are counted on the icon until the window is looked at, or one signs out', async () => {
    const { look, desk, replace, badges, signOut } = world()
    await look()
    replace([invited('a')])
    await look()
    replace([invited('a'), invited('b')])
    await look()
    expect(badges).toEqual([1, 2])
    desk.seen()
    desk.seen()
    expect(badges).toEqual([1, 2, 0])
    replace([invited('a'), invited('b'), invited('c')])
    await look()
    signOut()
    await look()
    expect(badges).toEqual([1, 2, 0, 1, 0])
  })

  it('are not counted while one looks at the window, nor where one does not want that', async () => {
    const { look, replace, badges, focus, set } = world()
    await look()
    set({ badge: false })
    replace([invited('a')])
    await look()
    expect(badges).toEqual([0])
    focus()
    set({ badge: true })
    replace([invited('a'), invited('b')])
    await look()
    expect(badges).toEqual([0])
  })

  it('are told of together when there are many, and not at all when that is off or it is quiet', async () => {
    const { look, replace, titles, set } = world()
    await look()
    replace(['a', 'b', 'c', 'd'].map(invited))
    await look()
    expect(titles()).toEqual(['New invitations: 4'])
    set({ invitation: false })
    replace(['a', 'b', 'c', 'd', 'e'].map(invited))
    await look()
    set({ invitation: true, quietHours: true, quietFrom: '00:00', quietUntil: '23:59' })
    replace(['a', 'b', 'c', 'd', 'e', 'f'].map(invited))
    await look()
    expect(titles()).toHaveLength(1)
  })
})
