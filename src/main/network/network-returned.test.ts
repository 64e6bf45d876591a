import { expect, it } from 'vitest'
import { onceNetworkReturns } from './network-returned'

it('tries once the network is back: soon, but not in the same moment as every other computer', () => {
  const timers: { run: () => void; milliseconds: number }[] = []
  let tries = 0
  const chances = [0.25, 0.75]
  const returned = onceNetworkReturns({
    recheck: () => (tries += 1),
    setTimer: (run, milliseconds) => {
      const timer = { run, milliseconds }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), 1)
    },
    chance: () => chances.shift() ?? 0,
  })
  returned()
  expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([500])
  // A network that comes and goes leads to one try.
  returned()
  expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([1_500])
  timers[0]?.run()
  expect(tries).toBe(1)
})
