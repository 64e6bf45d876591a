import { useEffect } from 'react'

/** By then, what main begins after the first paint is under way, in milliseconds. */
const settled = 1_000

interface Part {
  readonly prepare: () => Promise<void>
}

interface Pace {
  /** Runs something after so many milliseconds; gives the function that calls it off. */
  readonly setTimer: (run: () => void, milliseconds: number) => () => void
  /** Resolves when there is nothing else to do. */
  readonly idle: () => Promise<void>
}

/**
 * Prepares parts one after the other whenever there is nothing else to do.
 *
 * @returns The function that ends it: what is under way goes on, and nothing new is begun.
 */
export function prepareAhead(parts: readonly Part[], { setTimer, idle }: Pace): () => void {
  let isOver = false
  const prepare = async (): Promise<void> => {
    for (const part of parts) {
      await idle()
      if (isOver) return
      // One that fails is tried again when it is opened, and then says so.
      await part.prepare().catch(() => undefined)
    }
  }
  const cancel = setTimer(() => void prepare(), settled)
  return () => {
    isOver = true
    cancel()
  }
}

const pageTimer: Pace['setTimer'] = (run, milliseconds) => {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

const idle = () => new Promise<void>((resolve) => requestIdleCallback(() => resolve()))

/**
 * Loads parts of the page ahead, so that whoever goes there waits for its drawing alone.
 *
 * @param parts The same ones each time.
 */
export function useAhead(parts: readonly Part[]): void {
  useEffect(() => prepareAhead(parts, { setTimer: pageTimer, idle }), [parts])
}
