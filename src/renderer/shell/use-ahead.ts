import { useEffect } from 'react'

/** By then, what main begins after the first paint is under way, in milliseconds. */
const settled = 1_000

interface Part {
  readonly prepare: () => Promise<void>
}

/**
 * Loads parts of the page one after the other whenever there is nothing else to do, so that whoever goes there waits for its
 * drawing alone.
 *
 * @param parts The same ones each time.
 */
export function useAhead(parts: readonly Part[]): void {
  useEffect(() => {
    let isOver = false
    const prepare = async (): Promise<void> => {
      for (const part of parts) {
        await idle()
        if (isOver) return
        // One that fails is tried again when it is opened, and then says so.
        await part.prepare().catch(() => undefined)
      }
    }
    const timer = setTimeout(() => void prepare(), settled)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [parts])
}

function idle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve()))
}
