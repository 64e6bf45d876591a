import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { openRequests } from './requests'
import { openTurnstile } from './turnstile'
import { oneToken } from './workspace'

let line: ReadableStreamDefaultController<Uint8Array>

/** An answer that comes as the test lets it. */
const slowFetch: typeof fetch = (_address, init) => {
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void (line = controller) })
  init?.signal?.addEventListener('abort', () => line.error(init.signal?.reason))
  return Promise.resolve(new Response(body))
}

const send = openRequests({
  base: () => 'https://meet.example.com/api/v1',
  fetch: slowFetch,
  tokens: oneToken('AT'),
  turnstile: openTurnstile({ now: () => 0, random: () => 0.5 }),
  now: () => 0,
})

const come = async (text: string): Promise<void> => {
  line.enqueue(new TextEncoder().encode(text))
  await vi.advanceTimersByTimeAsync(0)
}

const read = async () => {
  const answer = send({ path: '/meetings', schema: z.unknown() })
  await vi.advanceTimersByTimeAsync(0)
  return answer
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('an answer on a slow line', () => {
  it('is read to its end as long as something comes', async () => {
    const answer = read()
    await vi.advanceTimersByTimeAsync(7_900)
    for (const part of ['[1', ',2', ',3']) {
      await come(part)
      await vi.advanceTimersByTimeAsync(7_900)
    }
    await come(']')
    line.close()
    expect(await answer).toEqual({ outcome: 'done', value: [1, 2, 3] })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is given up after eight seconds without a byte', async () => {
    const answer = read()
    await vi.advanceTimersByTimeAsync(0)
    await come('[1')
    await vi.advanceTimersByTimeAsync(8_000)
    expect(await answer).toMatchObject({ outcome: 'failed', problem: 'too-slow' })
  })

  it('is given up after two minutes, however much still comes', async () => {
    const answer = read()
    await vi.advanceTimersByTimeAsync(0)
    for (let second = 0; second < 119; second += 1) {
      await come(' ')
      await vi.advanceTimersByTimeAsync(1_000)
    }
    await come(' ')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await answer).toMatchObject({ outcome: 'failed', problem: 'too-slow' })
  })
})
