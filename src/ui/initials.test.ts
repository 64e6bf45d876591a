import { describe, expect, it } from 'vitest'
import { initials } from './initials'

describe('initials', () => {
  it.each([
    ['Anna Schmidt', 'AS'],
    ['  anna   maria schmidt ', 'AS'],
    ['Cher', 'C'],
    ['', ''],
    ['𝒜nna 李', '𝒜李'],
    ['élodie ørsted', 'ÉØ'],
  ])('of %j are %j', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })
})
