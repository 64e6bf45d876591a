import { expect, it } from 'vitest'
import { orderedId, orderedIds } from './ordered-id'

const inOrder = (ids: readonly string[]) => {
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
}

it('gives ids in the order in which they are made, none twice', () => {
  inOrder(Array.from({ length: 10_000 }, orderedId))
})

it('keeps to the order while the clock stands still or goes back', () => {
  const clock = [5_000, 5_000, 4_000, 5_001, 1, 5_001, 5_002]
  const next = orderedIds(() => clock.shift() ?? 0)
  inOrder(Array.from({ length: 3_000 }, next))
})

it('gives UUIDs of version 7 that begin with the time and end with what nobody can foretell', () => {
  const moment = Date.parse('2026-05-04T07:00:00Z')
  const one = orderedIds(() => moment)
  const other = orderedIds(() => moment)
  const ids = [one(), other()]
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(moment)
  }
  expect(ids[0]?.slice(24)).not.toBe(ids[1]?.slice(24))
})
