import { describe, expect, it } from 'vitest'
import { percentUsed, seatsOf } from './seats'

describe('seatsOf', () => {
  it.each([
    [12, 50, { kind: 'left', count: 38 }],
    [49, 50, { kind: 'left', count: 1 }],
    [50, 50, { kind: 'none' }],
    [0, 0, { kind: 'none' }],
    [52, 50, { kind: 'over', count: 2 }],
  ])('%d used of %d', (seatsUsed, seats, expected) => {
    expect(seatsOf({ seats, seatsUsed })).toEqual(expected)
  })
})

describe('percentUsed', () => {
  it.each([
    [0, 50, 0],
    [25, 50, 50],
    [52, 50, 100],
    [0, 0, 100],
  ])('%d used of %d is %d', (seatsUsed, seats, percent) => {
    expect(percentUsed({ seats, seatsUsed })).toBe(percent)
  })
})
