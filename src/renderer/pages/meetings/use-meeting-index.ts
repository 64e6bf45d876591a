import { useEffect, useMemo, useState } from 'react'
import type { Meeting } from '../../../contract/meeting'
import { indexAtOnce, indexOf, type MeetingIndex } from './meeting-index'

/** So many meetings are gone through at once. */
const few = 500

/** A page that opens anew finds the index of the list that is still here. */
const known = new WeakMap<readonly Meeting[], MeetingIndex>()

/**
 * The index of a list of meetings. That of thousands is made in between whatever else the page has to do; until then there is
 * the one before, or null.
 */
export function useMeetingIndex(meetings: readonly Meeting[]): MeetingIndex | null {
  const ready = useMemo(() => known.get(meetings) ?? (meetings.length <= few ? indexAtOnce(meetings) : null), [meetings])
  const [made, setMade] = useState(ready)

  useEffect(() => {
    if (ready !== null) {
      known.set(meetings, ready)
      return
    }
    const making = indexOf(meetings)
    let timer = setTimeout(step)
    function step() {
      const next = making.next()
      if (next.done !== true) return (timer = setTimeout(step))
      known.set(meetings, next.value)
      return setMade(next.value)
    }
    return () => clearTimeout(timer)
  }, [meetings, ready])

  return ready ?? made
}
