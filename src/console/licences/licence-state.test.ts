import { describe, expect, it } from 'vitest'
import { isoDate, licenceState, seatsLeft } from './licence-state'

describe('licenceState', () => {
  const today = '2026-10-20'

  it.each([
    [true, null, { state: 'active' }],
    [true, '2027-01-31', { state: 'active' }],
    [true, '2026-11-20', { state: 'active' }],
    // Over the end of summer time.
    [true, '2026-11-19', { state: 'ending', days: 30 }],
    [true, '2026-10-21', { state: 'ending', days: 1 }],
    [true, '2026-10-20', { state: 'ending', days: 0 }],
    [true, '2026-10-19', { state: 'expired' }],
    [false, '2026-10-19', { state: 'expired' }],
    [false, '2027-01-31', { state: 'switched-off' }],
    [false, null, { state: 'switched-off' }],
  ])('active %s, ends on %s', (active, endsOn, state) => {
    expect(licenceState({ active, endsOn }, today)).toEqual(state)
  })
})

describe('isoDate', () => {
  it('is the day where one is, not in Greenwich', () => {
    expect(isoDate(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
    expect(isoDate(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05')
  })
})

describe('seatsLeft', () => {
  it('is never below none', () => {
    expect(seatsLeft({ seats: 5, seatsUsed: 3 })).toBe(2)
    expect(seatsLeft({ seats: 5, seatsUsed: 7 })).toBe(0)
  })
})
