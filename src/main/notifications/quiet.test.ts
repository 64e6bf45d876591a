import { describe, expect, it } from 'vitest'
import { isQuiet } from './quiet'

const hours = { quietHours: true, quietFrom: '22:00', quietUntil: '07:00', pausedUntil: null }
const now = Date.parse('2026-05-04T12:00:00Z')

describe('isQuiet', () => {
  it.each([
    ['21:59', false],
    ['22:00', true],
    ['00:00', true],
    ['06:59', true],
    ['07:00', false],
  ])('hours over midnight: at %s, %s', (time, expected) => {
    expect(isQuiet(hours, now, time)).toBe(expected)
  })

  it.each([
    ['11:59', false],
    ['12:00', true],
    ['13:00', false],
  ])('hours of one day: at %s, %s', (time, expected) => {
    expect(isQuiet({ ...hours, quietFrom: '12:00', quietUntil: '13:00' }, now, time)).toBe(expected)
  })

  it('no hours at all, and hours that are off', () => {
    expect(isQuiet({ ...hours, quietUntil: '22:00' }, now, '22:00')).toBe(false)
    expect(isQuiet({ ...hours, quietHours: false }, now, '23:00')).toBe(false)
  })

  it('a pause until its end, unless a clock that was set back would make it endless', () => {
    const paused = { ...hours, quietHours: false, pausedUntil: now + 3_600_000 }
    expect(isQuiet(paused, now, '12:00')).toBe(true)
    expect(isQuiet(paused, now + 3_600_000, '12:00')).toBe(false)
    expect(isQuiet(paused, now - 90 * 24 * 3_600_000, '12:00')).toBe(false)
  })
})
