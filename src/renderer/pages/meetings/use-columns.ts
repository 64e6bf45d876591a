import { useEffect, useState } from 'react'
import type { WeekDay } from './week-layout'

/** So many meetings are drawn in one go. */
const few = 120

/**
 * How many of a week's columns are filled: all of them at once, or of a week with hundreds of meetings one after the other, so
 * that the page can answer in between.
 */
export function useColumns(week: readonly WeekDay[]): number {
  const monday = week[0]?.start ?? 0
  const isMuch = week.reduce((sum, { placed }) => sum + placed.length, 0) > few
  const [filled, setFilled] = useState({ monday, count: 0 })
  // A week that was drawn stays so when its meetings change.
  const count = filled.monday === monday ? filled.count : 0

  useEffect(() => {
    if (!isMuch || count >= week.length) return
    // One in each frame: several of them would be laid out together.
    const frame = requestAnimationFrame(() => setFilled({ monday, count: count + 1 }))
    return () => cancelAnimationFrame(frame)
  }, [isMuch, week.length, monday, count])

  return isMuch ? count : week.length
}
