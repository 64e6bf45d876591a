import { describe, expect, it } from 'vitest'
import { includesUserManagement } from './licence'

describe('includesUserManagement', () => {
  it.each(['meeting-50', 'meeting-100', 'enterprise'] as const)('%s includes it', (product) => {
    expect(includesUserManagement([{ product: 'free', active: true }, { product, active: true }])).toBe(true)
  })

  it.each(['free', 'other'] as const)('%s does not', (product) => {
    expect(includesUserManagement([{ product, active: true }])).toBe(false)
  })

  it('a licence that is not active does not count', () => {
    expect(includesUserManagement([{ product: 'enterprise', active: false }])).toBe(false)
  })
})
