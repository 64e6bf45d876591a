import { expect, it } from 'vitest'
import { mayReload } from './reload-once'

it('lets a page load itself anew once in a while', () => {
  const kept = new Map<string, string>()
  const store = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  }
  expect([0, 59_000, 60_000, 61_000].map((time) => mayReload(store, time))).toEqual([true, false, true, false])
})

it('lets it not where nothing is kept', () => {
  const refuse = () => {
    throw new Error('SecurityError')
  }
  expect(mayReload({ getItem: refuse, setItem: refuse }, 0)).toBe(false)
})
