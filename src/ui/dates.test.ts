import { afterEach, describe, expect, it } from 'vitest'
import { dayInWords, fullTime, relativeTime } from './dates'
import { writeDatesAs } from './region'

const now = Date.UTC(2026, 9, 20, 12)
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

describe('relativeTime', () => {
  it.each([
    [now + hour, 'now'],
    [now - 59_000, 'now'],
    [now - minute, '1 minute ago'],
    [now - 90 * minute, '1 hour ago'],
    [now - 23 * hour, '23 hours ago'],
    [now - day, 'yesterday'],
    [now - 6 * day, '6 days ago'],
    [now - 13 * day, 'last week'],
    [now - 100 * day, '3 months ago'],
    [now - 800 * day, '2 years ago'],
  ])('%d → %s', (time, words) => {
    expect(relativeTime(time, now, 'en')).toBe(words)
  })

  it('speaks the reader’s language', () => {
    expect(relativeTime(now - 2 * day, now, 'de')).toBe('vorgestern')
    expect(relativeTime(now - 3 * day, now, 'fr')).toBe('il y a 3 jours')
  })
})

describe('dayInWords', () => {
  it('is the same day everywhere', () => {
    expect(dayInWords('2027-01-31', 'en')).toBe('January 31, 2027')
    expect(dayInWords('2027-01-31', 'de')).toBe('31. Januar 2027')
  })
})

describe('a country’s customs', () => {
  afterEach(() => {
    for (const language of ['en', 'es'] as const) writeDatesAs(language, language)
  })

  it('are those of the system, for the language that has them', () => {
    writeDatesAs('es', 'es-MX')
    writeDatesAs('en', 'en-GB')
    const afternoon = new Date(2026, 10, 24, 14, 30).getTime()
    expect(fullTime(afternoon, 'en')).toMatch(/^Tuesday, 24 November 2026.*14:30$/)
    expect(fullTime(afternoon, 'es')).toMatch(/24 de noviembre de 2026.*2:30\sp\.m\.$/)
  })
})
