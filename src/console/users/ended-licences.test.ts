import { expect, it } from 'vitest'
import type { Licence } from '../../contract/licence'
import { findEnded } from './ended-licences'

const licence = (id: string, more: Partial<Licence>): Licence => ({
  id, name: id, product: 'meeting-50', seats: 5, seatsUsed: 1, endsOn: null, active: true, ...more,
})

it('finds the licences of which a seat is no use any more, and why', () => {
  const licences = [
    licence('forever', {}),
    licence('last day', { endsOn: '2026-11-26' }),
    licence('over', { endsOn: '2026-11-25', active: false }),
    licence('off', { active: false }),
  ]
  expect([...findEnded(licences, '2026-11-26')]).toEqual([['over', 'expired'], ['off', 'switched-off']])
})
