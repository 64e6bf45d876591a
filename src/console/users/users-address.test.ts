import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { userSortColumns, usersViewSchema, type UsersView } from '../../contract/console-api'
import { isNewSearch, readUsersView, sortedBy, writeUsersView } from './users-address'

const defaults = usersViewSchema.parse({})

const anyView: fc.Arbitrary<UsersView> = fc.record({
  search: fc.string({ maxLength: 100 }).map((text) => text.replaceAll('\0', '').trim()),
  roles: fc.subarray(['administrator', 'user-manager', 'member'] as const),
  licences: fc.subarray(['none', 'b4a2', 'c5']),
  active: fc.constantFrom(true, false, null),
  lastSeen: fc.constantFrom('never', 'over-90', null),
  sort: fc.constantFrom(...userSortColumns),
  direction: fc.constantFrom('ascending', 'descending'),
})

describe('the address of the users’ page', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(readUsersView(writeUsersView(view))).toEqual(view)
      }),
    )
  })

  it('never fails on what people type', () => {
    fc.assert(
      fc.property(fc.string(), (search) => {
        expect(usersViewSchema.safeParse(readUsersView(search)).success).toBe(true)
      }),
    )
  })

  it('leaves out what goes without saying', () => {
    expect(writeUsersView(defaults)).toBe('')
    expect(writeUsersView({ ...defaults, search: 'a&b', active: false })).toBe('?search=a%26b&active=false')
  })

  it.each(['?page=2', '?role=owner', '?active=x', '?sort=password', '?direction=up', '?lastSeen=soon', '?search=%00'])(
    '%s counts as absent',
    (search) => {
      expect(readUsersView(search)).toEqual(defaults)
    },
  )

  it('keeps what makes sense beside what does not', () => {
    expect(readUsersView('?active=x&sort=email')).toEqual({ ...defaults, sort: 'email' })
  })
})

describe('sortedBy', () => {
  it('turns the column round and begins another one anew', () => {
    const down = { ...defaults, direction: 'descending' } as const
    expect(sortedBy(defaults, 'name')).toEqual(down)
    expect(sortedBy(down, 'name')).toEqual(defaults)
    expect(sortedBy(down, 'email')).toEqual({ ...defaults, sort: 'email' })
    expect(sortedBy(defaults, 'lastSeenAt')).toEqual({ ...down, sort: 'lastSeenAt' })
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
