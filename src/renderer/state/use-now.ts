import { useEffect, useState } from 'react'
import { useClient } from './client'

/**
 * The time of day, for texts that tell how long it is until something: it moves on by itself.
 *
 * @param every How often it moves, in milliseconds.
 * @returns Milliseconds since the epoch.
 */
export function useNow(every: number): number {
  const { now } = useClient()
  const [time, setTime] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), every)
    return () => clearInterval(timer)
  }, [now, every])
  return time
}
