import { expect, it } from 'vitest'
import type { Licence } from '../../contract/licence'
import { licenceChoices } from './licence-choices'

const today = '2026-10-20'
const licence = (changes: Partial<Licence>): Licence => ({
  id: 'l1',
  name: 'Meeting 50',
  product: 'meeting-50',
  seats: 10,
  seatsUsed: 4,
  endsOn: null,
  active: true,
  ...changes,
})

it.each([
  [{}, null],
  [{ seatsUsed: 10 }, 'no-seats'],
  [{ seatsUsed: 12 }, 'no-seats'],
  [{ seats: 0, seatsUsed: 0 }, 'no-seats'],
  [{ endsOn: today }, null],
  [{ endsOn: '2026-10-19' }, 'expired'],
  [{ endsOn: '2026-10-19', seatsUsed: 10 }, 'expired'],
  [{ active: false }, 'switched-off'],
])('%o is blocked by %s', (changes, blocked) => {
  expect(licenceChoices([licence(changes)], new Set(), today)[0]?.blocked).toBe(blocked)
})

it('lets a user keep a licence that nobody else could get', () => {
  const [full, expired] = licenceChoices(
    [licence({ seatsUsed: 10 }), licence({ id: 'l2', endsOn: '2020-01-01' })],
    new Set(['l1']),
    today,
  )
  expect(full).toMatchObject({ isCurrent: true, blocked: null, seatsLeft: 0 })
  expect(expired).toMatchObject({ isCurrent: false, blocked: 'expired' })
})
