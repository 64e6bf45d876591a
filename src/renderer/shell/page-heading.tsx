import { useEffect, useRef, type ReactNode } from 'react'
import { useWords } from '../i18n/words'
import { isArrivalFocusClaimed } from './arrival-focus'

/** The first page of a start takes no focus: one begins at the top of the window, not in its middle. */
let arrivals = 0

/** Something was done on a screen without such a heading: the next page is no first one. */
export function countArrival(): void {
  arrivals++
}

/**
 * A page's heading. It names the window, and takes the focus when its page opens, so that assistive technology reads
 * it, unless something on it was asked for.
 */
export function PageHeading({ title, children }: { title: string; children?: ReactNode }) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (arrivals++ === 0 || isArrivalFocusClaimed()) return
    heading.current?.focus({ preventScroll: true })
    // Wherever the page before was scrolled to.
    heading.current?.closest('main')?.scrollTo(0, 0)
  }, [])
  useEffect(() => {
    document.title = t('page.title', { page: title })
  }, [t, title])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  )
}
