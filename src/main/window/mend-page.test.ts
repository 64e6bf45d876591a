import { expect, it } from 'vitest'
import { mendPages } from './mend-page'

function page(answer: 'reload' | 'quit' = 'reload') {
  const world = { now: 0, asked: 0, done: [] as string[], timers: [] as (() => void)[] }
  const mender = mendPages({
    load: () => world.done.push('load'),
    end: () => world.done.push('end'),
    quit: () => world.done.push('quit'),
    ask: async () => {
      world.done.push('ask')
      return answer
    },
    now: () => world.now,
    setTimer: (run) => {
      world.timers.push(run)
      return () => void world.timers.splice(world.timers.indexOf(run), 1)
    },
    log: (why) => world.done.push(`log ${why}`),
  })
  return { mender, world, settle: () => new Promise<void>((resolve) => setImmediate(resolve)) }
}

it('a page that is gone comes back by itself, and another time much later', () => {
  const { mender, world } = page()
  mender.gone('crashed')
  world.now = 61_000
  mender.gone('crashed')
  expect(world.done).toEqual(['log crashed', 'load', 'log crashed', 'load'])
})

it.each(['reload', 'quit'] as const)('one that is gone again at once is the person’s to decide (%s)', async (answer) => {
  const { mender, world, settle } = page(answer)
  mender.gone('crashed')
  world.now = 59_000
  mender.gone('oom')
  // Whatever fails while the question stands asks no second one.
  mender.gone('oom')
  await settle()
  expect(world.done.slice(2)).toEqual(['log oom', 'ask', 'log oom', answer === 'quit' ? 'quit' : 'load'])
})

it('one that hangs is ended after a while, unless it answers again', () => {
  const { mender, world } = page()
  mender.hangs()
  mender.answers()
  expect(world.timers).toEqual([])
  mender.hangs()
  mender.hangs()
  expect(world.timers).toHaveLength(1)
  world.timers[0]?.()
  expect(world.done.at(-1)).toBe('end')
})
