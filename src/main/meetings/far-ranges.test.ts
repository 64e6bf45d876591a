import { expect, it } from 'vitest'
import type { MeetingRange } from '../../contract/meeting'
import { testMeeting } from '../../contract/test-meeting'
import { failed, type MeetingsAnswer } from '../workspace/workspace'
import { openFarRanges } from './far-ranges'

const week = (number: number): MeetingRange => ({ from: `from ${number}`, to: `to ${number}` })

function world() {
  const asked: string[] = []
  let answer: MeetingsAnswer | null = null
  let now = 0
  const far = openFarRanges({
    fetch: async ({ from }) => {
      asked.push(from)
      return answer ?? { outcome: 'done', value: [testMeeting({ id: `in ${from}` })], missing: null }
    },
    now: () => now,
  })
  return { far, asked, fail: (problem: MeetingsAnswer | null) => (answer = problem), wait: (milliseconds: number) => (now += milliseconds) }
}

it('asks once for what is wanted twice at the same time, or soon again', async () => {
  const { far, asked, wait } = world()
  const [first, second] = await Promise.all([far.read(week(1)), far.read(week(1))])
  expect(first).toEqual(second)
  wait(29_000)
  await far.read(week(1))
  expect(asked).toEqual(['from 1'])
  wait(2_000)
  await far.read(week(1))
  expect(asked).toEqual(['from 1', 'from 1'])
})

it('asks again for what could not be had', async () => {
  const { far, asked, fail } = world()
  fail(failed('offline'))
  expect(await far.read(week(1))).toMatchObject({ problem: 'offline' })
  fail(null)
  expect(await far.read(week(1))).toMatchObject({ outcome: 'done' })
  expect(asked).toHaveLength(2)
})

it('asks again for a part that could not be had, and knows the rest until then', async () => {
  const { far, asked, fail } = world()
  fail({ outcome: 'done', value: [testMeeting({ id: 'm1' })], missing: { isReadOnly: true, problem: 'workspace-error', retryAt: null } })
  await far.read(week(1))
  expect(far.find('m1')).toMatchObject({ id: 'm1' })
  await far.read(week(1))
  expect(asked).toHaveLength(2)
})

it('knows its meetings until something changes, and no more than a quarter of a year of them', async () => {
  const { far } = world()
  for (let number = 0; number < 14; number += 1) await far.read(week(number))
  expect(far.find('in from 0')).toBeNull()
  expect(far.find('in from 13')).toMatchObject({ id: 'in from 13' })
  far.forget()
  expect(far.find('in from 13')).toBeNull()
})

it('asks again once the clock was set back', async () => {
  const { far, asked, wait } = world()
  await far.read(week(1))
  wait(-24 * 3_600_000)
  await far.read(week(1))
  expect(asked).toHaveLength(2)
})
