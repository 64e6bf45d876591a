import { describe, expect, it } from 'vitest'
import type { Occurrence } from '../../../contract/occurrences'
import { testMeeting } from '../../../contract/test-meeting'
import { placeInWeek, weekOf } from './week-layout'

const zone = 'Europe/Berlin'

function at(start: string, minutes: number): Occurrence {
  const from = Date.parse(start)
  return { meeting: testMeeting({ id: start }), start: from, end: from + minutes * 60_000 }
}

describe('the week', () => {
  it('has days that begin at midnight, over a change of the clocks too', () => {
    const days = weekOf(Date.parse('2026-03-29T12:00:00Z'), zone)
    expect(days).toHaveLength(8)
    expect(new Date(days[0] ?? 0).toISOString()).toBe('2026-03-22T23:00:00.000Z')
    expect(new Date(days[7] ?? 0).toISOString()).toBe('2026-03-29T22:00:00.000Z')
  })

  it('has noon in the middle on the day when the clocks change', () => {
    const noon = at('2026-03-29T10:00:00Z', 60)
    expect(placeInWeek([noon], weekOf(noon.start, zone), zone)[6]?.placed).toMatchObject([{ top: 0.5 }])
  })

  it('shows a meeting over midnight on both days', () => {
    const late = at('2026-05-04T21:00:00Z', 120)
    const week = placeInWeek([late], weekOf(late.start, zone), zone)
    expect(week[0]?.placed).toMatchObject([{ top: 23 / 24, bottom: 1 }])
    expect(week[1]?.placed).toMatchObject([{ top: 0, bottom: 1 / 24 }])
  })

  it('gives the shortest the height of a line, at the very end of a day too', () => {
    const days = weekOf(Date.parse('2026-05-04T12:00:00Z'), zone)
    const [monday] = placeInWeek([at('2026-05-04T08:00:00Z', 0), at('2026-05-04T21:55:00Z', 5)], days, zone)
    expect(monday?.placed).toMatchObject([{ top: 10 / 24, bottom: 10.5 / 24 }, { top: 23.5 / 24, bottom: 1 }])
  })
})
