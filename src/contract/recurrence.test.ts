import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRecurrenceRule, recurrenceRule, recurrenceSchema, weekdays } from './recurrence'

const anyRecurrence = fc
  .record({
    frequency: fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const, 'yearly' as const),
    interval: fc.integer({ min: 1, max: 99 }),
    weekdays: fc.subarray([...weekdays]),
    ends: fc.oneof(
      fc.constant(null),
      fc.record({ after: fc.integer({ min: 1, max: 999 }) }),
      fc.record({ on: fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10)) }),
    ),
  })
  .map((recurrence) => (recurrence.frequency === 'weekly' ? recurrence : { ...recurrence, weekdays: [] }))

describe('a recurrence rule', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(anyRecurrence, (recurrence) => {
        expect(recurrenceSchema.parse(recurrence)).toEqual(recurrence)
        expect(parseRecurrenceRule(recurrenceRule(recurrence))).toEqual(recurrence)
      }),
    )
  })

  it.each([
    ['RRULE:FREQ=WEEKLY;BYDAY=FR,MO;WKST=MO', { frequency: 'weekly', interval: 1, weekdays: ['MO', 'FR'], ends: null }],
    ['freq=daily;until=20261231', { frequency: 'daily', interval: 1, weekdays: [], ends: { on: '2026-12-31' } }],
  ])('%s is understood', (text, recurrence) => {
    expect(parseRecurrenceRule(text)).toEqual(recurrence)
  })

  it.each(['', 'weekly', 'FREQ=HOURLY', 'FREQ=MONTHLY;BYDAY=1MO', 'FREQ=DAILY;COUNT=2;UNTIL=20260101', 'FREQ=DAILY;BYHOUR=9', 'FREQ=DAILY;UNTIL=20261341'])(
    '%j is none that Parley can show',
    (text) => {
      expect(parseRecurrenceRule(text)).toBeNull()
    },
  )
})
