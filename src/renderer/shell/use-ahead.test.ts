import { describe, expect, it } from 'vitest'
import { prepareAhead } from './use-ahead'

/** A page whose time and quiet the test brings about. */
function world(...failing: string[]) {
  const prepared: string[] = []
  const timers = new Set<() => void>()
  const waiting: (() => void)[] = []
  const part = (name: string) => ({
    prepare: async () => {
      prepared.push(name)
      return failing.includes(name) ? Promise.reject(new Error('gone')) : Promise.resolve()
    },
  })
  const stop = prepareAhead(['meetings', 'contacts', 'join'].map(part), {
    setTimer: (run) => {
      timers.add(run)
      return () => timers.delete(run)
    },
    idle: () => new Promise((resolve) => waiting.push(resolve)),
  })
  return {
    prepared,
    stop,
    settle: () => timers.forEach((run) => run()),
    /** The page has nothing to do for a moment. */
    rest: async () => {
      waiting.shift()?.()
      await new Promise(setImmediate)
    },
  }
}

describe('prepareAhead', () => {
  it('prepares all parts before anybody asks, one in each quiet moment, after the start', async () => {
    const { prepared, settle, rest } = world()
    await rest()
    expect(prepared).toEqual([])
    settle()
    expect(prepared).toEqual([])
    await rest()
    expect(prepared).toEqual(['meetings'])
    await rest()
    await rest()
    expect(prepared).toEqual(['meetings', 'contacts', 'join'])
  })

  it('goes on after one that failed', async () => {
    const { prepared, settle, rest } = world('meetings')
    settle()
    await rest()
    await rest()
    expect(prepared).toEqual(['meetings', 'contacts'])
  })

  it('begins nothing new once it has ended', async () => {
    const early = world()
    early.stop()
    early.settle()
    await early.rest()
    expect(early.prepared).toEqual([])
    const late = world()
    late.settle()
    await late.rest()
    late.stop()
    await late.rest()
    expect(late.prepared).toEqual(['meetings'])
  })
})
