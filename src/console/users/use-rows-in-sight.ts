import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'

/** How high a row is until it is measured, pixels. */
const usualHeight = 48

/** So many rows before the last one, more are asked for. */
const nearTheEnd = 40

/**
 * Keeps in the page only the rows of a table that are in sight while the window scrolls, with some around them for the
 * keyboard.
 *
 * @param onEnd Called when the last rows come near.
 */
export function useRowsInSight(count: number, onEnd: () => void) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [top, setTop] = useState(0)
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => usualHeight,
    overscan: 8,
    scrollMargin: top,
    // The rows that come into sight are drawn in a task of their own; the frame in which the page scrolls has enough to do.
    useFlushSync: false,
  })
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0], items.at(-1)]

  // What stands above the table grows and shrinks: banners, the bar of the selection.
  useLayoutEffect(() => {
    const measure = () => {
      setTop(Math.round((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => {
      observer.disconnect()
    }
  }, [])

  const isNearTheEnd = last !== undefined && last.index >= count - nearTheEnd
  useEffect(() => {
    if (isNearTheEnd) onEnd()
  })

  return {
    body,
    items,
    /** Pixels of the rows before and after those in sight. */
    before: first === undefined ? 0 : first.start - top,
    after: last === undefined ? 0 : virtual.getTotalSize() - (last.end - top),
    measure: virtual.measureElement,
  }
}
