import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roleSchema } from './session'
import { fromParameters, isFiltering, lastSeenChoices, noFilter, toParameters, usersFilterSchema } from './users-filter'

const filters = fc
  .record({
    search: fc.string({ maxLength: 100 }).filter((text) => !text.includes('\0')),
    roles: fc.subarray([...roleSchema.options]),
    licences: fc.array(fc.stringMatching(/^[\w-]{1,36}$/), { maxLength: 5 }),
    active: fc.constantFrom(true, false, null),
    lastSeen: fc.constantFrom(...lastSeenChoices, null),
  })
  .map((filter) => usersFilterSchema.parse(filter))

describe('a filter of users', () => {
  it('comes back from an address as it was written', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const written = new URLSearchParams(toParameters(filter).toString())
        expect(usersFilterSchema.parse(fromParameters(written))).toEqual(filter)
      }),
    )
  })

  it('filters nothing unless it says so', () => {
    expect(isFiltering(noFilter)).toBe(false)
    expect(toParameters(noFilter).toString()).toBe('')
    expect(isFiltering({ ...noFilter, active: false })).toBe(true)
  })

  it.each(['role=owner', 'active=perhaps', 'lastSeen=tomorrow', 'licence=a%00b', 'licence=%25', 'search=%00'])(
    'refuses %s',
    (query) => {
      expect(usersFilterSchema.safeParse(fromParameters(new URLSearchParams(query))).success).toBe(false)
    },
  )

  it('takes any other address without breaking', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        usersFilterSchema.safeParse(fromParameters(new URLSearchParams(query)))
      }),
    )
  })
})
