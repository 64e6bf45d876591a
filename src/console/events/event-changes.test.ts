import { expect, it } from 'vitest'
import { readChanges } from './event-changes'

it.each([
  [{}, []],
  [{ role: 'member' }, [{ field: 'role', before: null, after: 'member' }]],
  [{ role: 'member', before: 'administrator' }, [{ field: 'role', before: 'administrator', after: 'member' }]],
  [{ licence: null, before: 'Meeting 50' }, [{ field: 'licence', before: 'Meeting 50', after: null }]],
  [
    { name: 'B', nameBefore: 'A', keptDays: 30, keptDaysBefore: null },
    [
      { field: 'name', before: 'A', after: 'B' },
      { field: 'keptDays', before: null, after: '30' },
    ],
  ],
  [
    { upTo: 57, before: '2026-05-10T00:00:00.000Z' },
    [
      { field: 'upTo', before: null, after: '57' },
      { field: 'before', before: null, after: '2026-05-10T00:00:00.000Z' },
    ],
  ],
  [{ passwordChanged: true }, [{ field: 'passwordChanged', before: null, after: 'true' }]],
])('%j', (details, changes) => {
  expect(readChanges(details)).toEqual(changes)
})
