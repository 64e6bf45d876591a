import { afterEach, expect, it } from 'vitest'
import { consoleLanguages, type ConsoleLanguage } from '../../contract/languages'
import { regionOf } from '../../ui/region'
import { followRegions } from './follow-regions'

afterEach(() => followRegions(consoleLanguages))

const written = (language: ConsoleLanguage) =>
  new Intl.DateTimeFormat(regionOf(language), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(2026, 10, 26, 14, 5))

it('writes dates as in the countries that the browser names, in each language that may be chosen', () => {
  followRegions(['de-AT', 'en-GB', 'en-US'])
  expect([written('en'), written('de')]).toEqual(['26 Nov 2026, 14:05', '26.11.2026, 14:05'])
  expect(regionOf('fr')).toBe('fr')
  followRegions(['en-US'])
  expect(written('en')).toMatch(/^Nov 26, 2026, 2:05\sPM$/)
})
