import { describe, expect, it } from 'vitest'
import { noFilter } from '../../contract/users-filter'
import { allSelected, countSelected, isSelected, nobodySelected, toggled, toSelection } from './selection'

describe('a selection', () => {
  it('is made of single users', () => {
    const two = toggled(toggled(nobodySelected, 'u1'), 'u2')
    expect([isSelected(two, 'u1'), isSelected(two, 'u3'), countSelected(two, 100)]).toEqual([true, false, 2])
    expect(toSelection(toggled(two, 'u1'), noFilter)).toEqual({ kind: 'ids', ids: ['u2'] })
  })

  it('is made of all that match but for some', () => {
    const most = toggled(allSelected, 'u1')
    expect([isSelected(most, 'u1'), isSelected(most, 'u3'), countSelected(most, 3_412)]).toEqual([false, true, 3_411])
    const filter = { ...noFilter, search: 'anna' }
    expect(toSelection(most, { ...filter, ...{ sort: 'name' } })).toEqual({ kind: 'all', filter, except: ['u1'] })
    expect(countSelected(toggled(most, 'u1'), 3_412)).toBe(3_412)
  })
})
