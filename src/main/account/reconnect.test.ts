import { describe, expect, it } from 'vitest'
import { keepReconnecting } from './reconnect'

/** Retries of a connection that stays lost, with waits cut by this chance. */
async function waits(chance: number, count: number): Promise<number[]> {
  const timers: { run: () => void; milliseconds: number }[] = []
  const reconnecting = keepReconnecting(
    async () => false,
    (run, milliseconds) => {
      timers.push({ run, milliseconds })
      return () => undefined
    },
    () => chance,
  )
  reconnecting.start()
  for (let made = 1; made < count; made += 1) {
    timers.at(-1)?.run()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return timers.map(({ milliseconds }) => milliseconds)
}

describe('the retries of a lost connection', () => {
  it('come later and later, up to a minute', async () => {
    expect(await waits(1, 8)).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000])
  })

  it('of many clients do not come together', async () => {
    expect(await waits(0, 3)).toEqual([1_000, 2_000, 4_000])
    expect(await waits(0.5, 3)).toEqual([1_500, 3_000, 6_000])
  })
})
