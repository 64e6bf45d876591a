import { describe, expect, it } from 'vitest'
import type { Meeting } from '../../contract/meeting'
import type { Destination } from '../../contract/routes'
import type { KnownMeetings } from './notifications-desk'
import { meeting, minute, noon, notificationsWorld } from './test-notifications'

it('nothing is read while the first screen comes up, whatever asks for a look', async () => {
  const { desk, first, pass, reads, titles } = notificationsWorld({ meetings: [meeting('m12-345-678', noon + 4 * minute)] })
  desk.look()
  await pass(first - 1)
  expect(reads()).toBe(0)
  await pass(1)
  expect(reads()).toBe(1)
  expect(titles()).toEqual(['Subject of m12-345-678'])
})

describe('reminders', () => {
  it('tell of a meeting five minutes before it starts, once, and lead to it', async () => {
    const { look, pass, shown, went } = notificationsWorld({ meetings: [meeting('m12-345-678', noon + 20 * minute)] })
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
    const first = notificationsWorld({ meetings: [meeting('m1', noon + minute)] })
    await first.look()
    expect(first.titles()).toEqual(['Subject of m1'])
    const second = notificationsWorld({ meetings: [meeting('m1', noon + minute)], told: [...first.told()] })
    await second.look()
    expect(second.shown).toEqual([])
    second.replace([meeting('m1', noon + 4 * minute)])
    await second.look()
    expect(second.titles()).toEqual(['Subject of m1'])
  })

  it('after a sleep tell of what is still to come, with the minutes that are left, and of nothing that has begun', async () => {
    const { look, jump, shown, titles } = notificationsWorld({ meetings: [meeting('missed', noon + 10 * minute), meeting('next', noon + 62 * minute)] })
    await look()
    jump(60 * minute)
    await look()
    expect(titles()).toEqual(['Subject of next'])
    expect(shown[0]?.body).toContain('in 2 minutes')
  })

  it('come within half a minute of a clock that was set', async () => {
    const { look, jump, pass, titles } = notificationsWorld({ meetings: [meeting('m1', noon + 60 * minute)] })
    await look()
    // The timer was set by the old clock: it rings thirty seconds later, whatever the clock says then.
    await pass(29_000)
    jump(56 * minute)
    await pass(0)
    expect(titles()).toEqual(['Subject of m1'])
  })

  it('tell of each time of a series', async () => {
    const daily: Meeting['recurrence'] = { frequency: 'daily', interval: 1, weekdays: [], ends: null }
    const { look, pass, shown } = notificationsWorld({ meetings: [meeting('m1', noon + 10 * minute, { recurrence: daily })] })
    await look()
    await pass(24 * 60 * minute + 10 * minute)
    expect(shown).toHaveLength(2)
  })

  it('are held back while it is quiet, and come afterwards if the meeting has not begun', async () => {
    const { look, pass, set, titles } = notificationsWorld({
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

  it('come for every account that is signed in, name it, and lead to it; each has its own choice', async () => {
    const went: Destination[] = []
    const other = (id: string, isReminded: boolean): KnownMeetings => {
      const soon = { id: 'm33-333-333', subject: `Of ${id}`, start: noon + 2 * minute, end: noon + 32 * minute, isSeries: false }
      return { id, name: `${id}@example.org`, isReminded, soon: async () => [soon], goTo: (to) => went.push(to), invitations: null }
    }
    const { look, shown } = notificationsWorld({ meetings: [meeting('m12-345-678', noon + 4 * minute)], beside: [other('bob', true), other('carol', false)] })
    await look()
    await look()
    expect(shown.map(({ title }) => title)).toEqual(['Subject of m12-345-678', 'Of bob'])
    expect(shown[0]?.body).toMatch(/\nanna@example\.com$/)
    expect(shown[1]?.body).toMatch(/^Starts in 2 minutes\n2:02\s–\s2:32\sPM\nbob@example\.org$/u)
    shown[1]?.onChosen()
    expect(went).toEqual([{ page: 'join', meeting: 'm33-333-333' }])
  })

  it('of a meeting that has begun never come', async () => {
    const { look, shown } = notificationsWorld({ meetings: [meeting('m1', noon)] })
    await look()
    expect(shown).toEqual([])
  })
})
