import fc from 'fast-check'
import { expect, it } from 'vitest'
import { eventsQuerySchema } from '../../contract/console-events'
import { noFilter, readEventsFilter, toEventsSearch, writeEventsFilter } from './events-address'

it('reads back what it wrote', () => {
  const filter = { author: 'a@b', name: 'UserCreated', affected: 'c&d', from: '2026-03-29', to: '2026-03-29' } as const
  expect(readEventsFilter(writeEventsFilter(filter))).toEqual(filter)
  expect(writeEventsFilter(noFilter)).toBe('')
})

it('asks for whole days', () => {
  const search = new URLSearchParams(toEventsSearch({ ...noFilter, from: '2026-05-10', to: '2026-05-10' }, 7))
  expect(Number(search.get('from'))).toBe(new Date(2026, 4, 10).getTime())
  expect(Number(search.get('to'))).toBe(new Date(2026, 4, 11).getTime())
  expect(search.get('before')).toBe('7')
})

it('makes of any address something that the workspace takes', () => {
  const day = fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
  const value = fc.oneof(fc.string(), day, fc.constantFrom('UserCreated', '0000-01-01', '9999-12-31'))
  const address = fc.dictionary(fc.constantFrom('author', 'name', 'affected', 'from', 'to', 'x'), value)
  fc.assert(
    fc.property(address, (fields) => {
      const search = toEventsSearch(readEventsFilter(new URLSearchParams(fields).toString()), null)
      return eventsQuerySchema.safeParse(Object.fromEntries(new URLSearchParams(search))).success
    }),
  )
})
