import type { Meeting } from '../../contract/meeting'
import type { Destination } from '../../contract/routes'
import { defaultSettings, type Settings } from '../../contract/settings'
import { testMeeting } from '../../contract/test-meeting'
import { mainWords } from '../i18n/words'
import { upcomingOf } from '../meetings/upcoming'
import { openNotificationsDesk, type KnownMeetings, type Shown } from './notifications-desk'

export const minute = 60_000
export const noon = Date.parse('2026-05-04T12:00:00Z')
const zone = 'Europe/Berlin'

/** A meeting of Anna's that takes half an hour. @param start Milliseconds since the epoch. */
export function meeting(id: string, start: number, more: Partial<Meeting> = {}): Meeting {
  const anna = { name: 'Anna', email: 'anna@example.com' }
  return testMeeting({
    id, subject: `Subject of ${id}`, start: new Date(start).toISOString(), end: new Date(start + 30 * minute).toISOString(), organizer: anna, ...more,
  })
}

export const bob = { name: 'Bob', email: 'bob@example.com' }

/** A desk of Anna's, whose clock and meetings the test moves. */
export function notificationsWorld(given: { meetings?: Meeting[]; settings?: Partial<Settings['notifications']>; told?: string[]; beside?: KnownMeetings[] } = {}) {
  const shown: Shown[] = []
  const badges: number[] = []
  const went: Destination[] = []
  let meetings = given.meetings ?? []
  let revision = 1
  let now = noon
  let settings = { ...defaultSettings.notifications, ...given.settings }
  let told: readonly string[] = given.told ?? []
  let timer: { run: () => void; at: number } | null = null
  let isSignedIn = true
  let isFocused = false
  let hasBegun = false
  let reads = 0
  const age = { fetchedAt: noon, problem: null }
  const soon = () => upcomingOf(meetings, now, zone)
  const anna = (): KnownMeetings => ({
    id: 'first.anna',
    name: given.beside === undefined ? null : 'anna@example.com',
    isReminded: settings.meetingSoon,
    soon: () => Promise.resolve(soon()),
    goTo: (destination) => went.push(destination),
    invitations: {
      email: 'anna@example.com',
      upcoming: () => Promise.resolve({ ...age, revision, soon: soon(), capabilities: null }),
      list: () => {
        reads += 1
        return Promise.resolve({ ...age, revision, items: meetings })
      },
    },
  })
  const desk = openNotificationsDesk({
    settings: () => settings,
    meetings: () => (isSignedIn ? [anna(), ...(given.beside ?? [])] : []),
    told: { get: () => told, set: (next) => (told = next) },
    show: (each) => shown.push(each),
    badge: (count) => badges.push(count),
    language: () => ({ language: 'en', zone, words: mainWords('en').notifications }),
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
    signOut: () => (isSignedIn = false),
    focus: () => (isFocused = true),
  }
}
