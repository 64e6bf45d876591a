import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { userSortColumns, type UsersQuery } from '../../contract/console-api'
import { isNewSearch, readUsersQuery, sortedBy, writeUsersQuery } from './users-address'

const defaults: UsersQuery = { search: '', sort: 'name', direction: 'ascending', page: 1, pageSize: 25 }

const anyQuery: fc.Arbitrary<UsersQuery> = fc.record({
  search: fc.string({ maxLength: 100 }).map((text) => text.trim()),
  sort: fc.constantFrom(...userSortColumns),
  direction: fc.constantFrom('ascending', 'descending'),
  page: fc.integer({ min: 1, max: 100_000 }),
  pageSize: fc.constant(25),
})

describe('the address of the users’ page', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        expect(readUsersQuery(writeUsersQuery(query))).toEqual(query)
      }),
    )
  })

  it('never fails on what people type', () => {
    fc.assert(
      fc.property(fc.string(), (search) => {
        expect(readUsersQuery(search).pageSize).toBe(25)
      }),
    )
  })

  it('leaves out what goes without saying', () => {
    expect(writeUsersQuery(defaults)).toBe('')
    expect(writeUsersQuery({ ...defaults, search: 'a&b', page: 2 })).toBe('?search=a%26b&page=2')
  })

  it.each(['?page=0', '?page=-1', '?page=1.5', '?page=x', '?sort=password', '?direction=up', '?pageSize=5000'])(
    '%s counts as absent',
    (search) => {
      expect(readUsersQuery(search)).toEqual(defaults)
    },
  )

  it('keeps what makes sense beside what does not', () => {
    expect(readUsersQuery('?page=x&sort=email')).toEqual({ ...defaults, sort: 'email' })
  })
})

describe('sortedBy', () => {
  it('turns the column round, begins another one anew, and goes to the first page', () => {
    const third = { ...defaults, page: 3 }
    expect(sortedBy(third, 'name')).toEqual({ ...defaults, direction: 'descending' })
    expect(sortedBy({ ...third, direction: 'descending' }, 'name')).toEqual(defaults)
    expect(sortedBy({ ...third, direction: 'descending' }, 'email')).toEqual({ ...defaults, sort: 'email' })
    expect(sortedBy(third, 'lastSeenAt')).toEqual({ ...defaults, sort: 'lastSeenAt', direction: 'descending' })
  })
})

describe('isNewSearch', () => {
  it.each([
    ['', 'an', true],
    ['an', 'ann', false],
    ['anna', '', true],
  ])('%j → %j: %s', (before, after, isNew) => {
    expect(isNewSearch(before, after)).toBe(isNew)
  })
})
