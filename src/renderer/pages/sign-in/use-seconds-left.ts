import { useEffect, useState } from 'react'
import { useAppState, useClient } from '../../state/client'

/** From how many seconds on the end of a sign-in is worth a line. */
const near = 60

/**
 * Tells how long a pending sign-in still has.
 *
 * @param endsAt When it ends, milliseconds since the epoch.
 * @param now The time of day, milliseconds since the epoch.
 * @returns Whole seconds, or null while the end is far or has passed.
 */
export function secondsLeft(endsAt: number, now: number): number | null {
  const seconds = Math.ceil((endsAt - now) / 1000)
  return seconds > 0 && seconds <= near ? seconds : null
}

/** The seconds that the pending sign-in still has, counted down once the end is near, else null. */
export function useSecondsLeft(): number | null {
  const { now } = useClient()
  const endsAt = useAppState((state) => (state.session.state === 'signing-in' ? state.session.endsAt : 0))
  const [left, setLeft] = useState(() => secondsLeft(endsAt, now()))
  useEffect(() => {
    const count = () => setLeft(secondsLeft(endsAt, now()))
    count()
    const timer = setInterval(count, 1000)
    return () => clearInterval(timer)
  }, [endsAt, now])
  return left
}
