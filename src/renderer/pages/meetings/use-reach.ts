import { useEffect, useMemo, useState } from 'react'
import { reachesOf, type WeekDay } from './week-layout'

/** How many meetings are drawn in one go. */
const atOnce = 16

/**
 * How far from the time that is in sight first the meetings of a week are drawn: those in sight at once, and of hundreds the
 * others a few at a time, so that the page can answer in between. All of them are there in the end.
 *
 * @param hour The time of day that is in sight first: 0 for midnight, 1 for the next.
 */
export function useReach(week: readonly WeekDay[], hour: number): number {
  const reaches = useMemo(() => reachesOf(week, hour, atOnce), [week, hour])
  const monday = week[0]?.start ?? 0
  const [steps, setSteps] = useState({ monday, count: 0 })
  // A week that was drawn stays so when its meetings change.
  const count = steps.monday === monday ? steps.count : 0

  useEffect(() => {
    if (count >= reaches.length) return
    const timer = setTimeout(() => setSteps({ monday, count: count + 1 }))
    return () => clearTimeout(timer)
  }, [reaches, monday, count])

  return reaches[count] ?? Infinity
}
