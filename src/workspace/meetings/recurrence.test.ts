import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readRecurrence } from './recurrence'

const start = Date.parse('2026-03-23T09:00:00Z')

it('finds the last meeting in the zone of the series, over a change of the clocks', async () => {
  // Ten o'clock in Berlin is 09:00 UTC in winter and 08:00 UTC from 29 March on.
  expect(await readRecurrence('FREQ=WEEKLY;COUNT=2', start, 'Europe/Berlin')).toEqual({
    lastStart: Date.parse('2026-03-30T08:00:00Z'),
  })
  expect(await readRecurrence('FREQ=WEEKLY;COUNT=2', start, 'UTC')).toEqual({
    lastStart: Date.parse('2026-03-30T09:00:00Z'),
  })
  expect(await readRecurrence('FREQ=DAILY;UNTIL=20260325T235959Z', start, 'UTC')).toEqual({
    lastStart: Date.parse('2026-03-25T09:00:00Z'),
  })
})

it('knows series without an end', async () => {
  expect(await readRecurrence('FREQ=WEEKLY;BYDAY=MO,WE', start, 'Europe/Berlin')).toEqual({ lastStart: null })
})

it.each([
  '',
  'WEEKLY',
  'FREQ=HOURLY',
  'FREQ=DAILY;BYHOUR=1',
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=WEEKLY;BYDAY=XX',
  'FREQ=DAILY;COUNT=2;UNTIL=20260401T000000Z',
  'FREQ=DAILY;COUNT=2;COUNT=3',
  'FREQ=DAILY;COUNT=5000',
  'FREQ=DAILY;UNTIL=20200101T000000Z',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'RRULE:FREQ=DAILY',
  'FREQ=DAILY\nEXDATE:20260324T090000',
])('refuses %j', async (rule) => {
  expect(await readRecurrence(rule, start, 'Europe/Berlin')).toBeNull()
})

it('never throws', async () => {
  const part = fc.oneof(
    fc.constantFrom('FREQ=DAILY', 'FREQ=MONTHLY', 'BYDAY=1MO', 'BYSETPOS=-1', 'BYMONTHDAY=31', 'BYWEEKNO=53'),
    fc.tuple(fc.constantFrom('COUNT', 'UNTIL', 'INTERVAL', 'WKST', 'BYDAY'), fc.stringMatching(/^[A-Z0-9,+-]{1,8}$/)).map(
      ([name, value]) => `${name}=${value}`,
    ),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 4 }), async (parts) => {
      await readRecurrence(['FREQ=WEEKLY', ...parts].join(';'), start, 'America/New_York')
    }),
    { numRuns: 60 },
  )
})
