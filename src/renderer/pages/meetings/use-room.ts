import { useLayoutEffect, useState, type RefObject } from 'react'

/** So many stand side by side in the narrowest of columns. */
const least = 3

/** As narrow as more of them may get, in pixels. */
const narrowest = 40

/**
 * How many meetings have room side by side in a day's column: three at least. Null until the columns have been measured, which is
 * before they are first painted.
 *
 * @param grid Holds a column for each day, marked by `data-day`; all are equally wide.
 */
export function useRoom(grid: RefObject<HTMLElement | null>): number | null {
  const [room, setRoom] = useState<number | null>(null)

  useLayoutEffect(() => {
    const column = grid.current?.querySelector('[data-day]')
    if (column === null || column === undefined) return
    const measure = (): void => setRoom(Math.max(least, Math.floor(column.clientWidth / narrowest)))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(column)
    return () => observer.disconnect()
  }, [grid])

  return room
}
