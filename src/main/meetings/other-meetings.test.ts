import { describe, expect, it } from 'vitest'
import type { MeetingRange } from '../../contract/meeting'
import type { Soon, Upcoming } from '../../contract/meetings'
import { testMeeting } from '../../contract/test-meeting'
import { testClock } from '../test-clock'
import { failed, type MeetingsAnswer } from '../workspace/workspace'
import { keepOtherMeetings, type OtherAccount } from './other-meetings'

const minute = 60_000
const noon = Date.parse('2026-05-04T12:00:00Z')
const iso = (at: number) => new Date(at).toISOString()

const kept: Soon = { id: 'm1', subject: 'Kept', start: noon + 10 * minute, end: noon + 20 * minute, isSeries: false }
const fresh = testMeeting({ id: 'm2', subject: 'Fresh', start: iso(noon + 60 * minute), end: iso(noon + 90 * minute) })

/** Two accounts beside the one that is shown; what their workspaces answer, and whether the keychain is at hand, is the test's. */
function world(upcoming: Partial<Upcoming> | null = { soon: [kept], fetchedAt: noon - 60 * minute }) {
  const clock = testClock(noon)
  const asked: { who: string; at: number; range: MeetingRange }[] = []
  let answer: MeetingsAnswer | Error = { outcome: 'done', value: [fresh], missing: null }
  let isAtHand = true
  let changes = 0
  const errors: unknown[] = []
  const others = keepOtherMeetings({
    kept: () => Promise.resolve(upcoming === null ? null : { soon: [], fetchedAt: null, problem: null, revision: 1, capabilities: null, ...upcoming }),
    zone: () => 'Europe/Berlin',
    now: clock.now,
    setTimer: clock.setTimer,
    onChange: () => (changes += 1),
    log: (_what, error) => errors.push(error),
  })
  const account = (who: string): OtherAccount => ({
    id: who,
    connect: async () => isAtHand,
    meetings: {
      list: async (range) => {
        asked.push({ who, at: clock.at, range })
        if (answer instanceof Error) throw answer
        return answer
      },
    },
  })
  const look = async (who = 'bob') => {
    const names = (await others.soon(account(who))).map(({ subject }) => subject)
    await new Promise<void>((resolve) => setImmediate(resolve))
    return names
  }
  return {
    clock, others, asked, errors, look,
    changes: () => changes,
    answerWith: (next: typeof answer) => (answer = next),
    setAtHand: (next: boolean) => (isAtHand = next),
  }
}

describe('meetings of accounts that are not shown', () => {
  it('are those of the disk at first, without a request in the first minute', async () => {
    const { clock, asked, look } = world()
    expect(await look()).toEqual(['Kept'])
    clock.pass(59_000)
    expect(await look()).toEqual(['Kept'])
    expect(asked).toEqual([])
    clock.pass(30 * minute)
    expect(await look()).toEqual([])
  })

  it('are asked for seldom, a day of them', async () => {
    const { clock, asked, look, changes } = world()
    await look()
    clock.pass(minute)
    await look()
    expect(asked).toEqual([{ who: 'bob', at: noon + minute, range: { from: iso(noon + minute), to: iso(noon + minute + 24 * 60 * minute) } }])
    expect(changes()).toBe(1)
    for (let half = 0; half < 120; half += 1) {
      expect(await look()).toEqual(['Fresh'].filter(() => clock.at < noon + 90 * minute))
      clock.pass(minute / 2)
    }
    expect(asked.map(({ at }) => (at - noon) / minute)).toEqual([1, 16, 31, 46])
  })

  it('are not asked for where they were a moment ago, and by one request a minute for all accounts together', async () => {
    const recent = world({ fetchedAt: noon - minute })
    await recent.look()
    recent.clock.pass(2 * minute)
    await recent.look()
    expect(recent.asked).toEqual([])

    const { clock, asked, look } = world(null)
    for (const _ of [0, 1, 2, 3]) {
      await look('bob')
      await look('carol')
      clock.pass(minute)
    }
    expect(asked.map(({ who, at }) => [who, (at - noon) / minute])).toEqual([['bob', 1], ['carol', 2]])
  })

  it('wait for a keychain that is not at hand, and stay known while a workspace is away', async () => {
    const { clock, asked, errors, look, setAtHand, answerWith } = world()
    setAtHand(false)
    await look()
    clock.pass(2 * minute)
    expect(await look()).toEqual(['Kept'])
    expect(asked).toEqual([])
    setAtHand(true)
    clock.pass(minute)
    await look()
    for (const wrong of [failed('offline'), new Error('a mistake')]) {
      answerWith(wrong)
      clock.pass(15 * minute)
      await look()
      expect(await look()).toEqual(['Fresh'])
    }
    expect(errors).toEqual([new Error('a mistake')])
  })

  it('are forgotten with the account', async () => {
    const { clock, others, look } = world()
    await look()
    clock.pass(minute)
    await look()
    expect(await look()).toEqual(['Fresh'])
    others.keepOnly(['carol'])
    expect(await look()).toEqual(['Kept'])
  })
})
