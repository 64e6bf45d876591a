import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import type { Occurrence } from '../../../contract/occurrences'
import { useWords } from '../../i18n/words'
import styles from './crowd-menu.module.css'
import { wholeOf, type Crowd } from './day-layout'
import { fullSpanOf, spanOf } from './moments'

interface CrowdMenuProps {
  crowd: Crowd
  onOpen: (occurrence: Occurrence) => void
  onClose: () => void
}

/**
 * The meetings for which a day's column has no room, beside the button that stands for them. It is a popover: Escape and a press
 * outside close it, and the focus returns to the button, by the browser's own rules (HTML, "The popover attribute").
 */
export function CrowdMenu({ crowd, onOpen, onClose }: CrowdMenuProps) {
  const { language } = useWords()
  const menu = useRef<HTMLDivElement>(null)
  const { start, end } = wholeOf(crowd)
  const title = fullSpanOf(start, end, language)

  useLayoutEffect(() => {
    const shown = menu.current
    shown?.showPopover()
    itemsOf(shown)[0]?.focus()
  }, [])

  // Tab leaves the menu (ARIA practices, "Menu button").
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Tab') menu.current?.hidePopover()
    const all = itemsOf(menu.current)
    const at = all.findIndex((item) => item === document.activeElement)
    const to: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }
    const next = to[event.key]
    if (next === undefined) return
    event.preventDefault()
    all.at(next % all.length)?.focus()
  }

  return (
    <div ref={menu} popover="auto" className={styles['menu']} onToggle={(event) => event.newState === 'closed' && onClose()}>
      <p className={styles['title']}>{title}</p>
      <ul role="menu" aria-label={title} onKeyDown={onKeyDown}>
        {crowd.occurrences.map((occurrence) => (
          <li key={`${occurrence.meeting.id} ${occurrence.start}`} role="none">
            <button
              type="button"
              role="menuitem"
              className={styles['item']}
              aria-haspopup="dialog"
              onClick={() => {
                // First, so that what opens gives the focus back to the button in the week.
                menu.current?.hidePopover()
                onOpen(occurrence)
              }}
            >
              <span className={styles['subject']}>{occurrence.meeting.subject}</span>
              <span className={styles['time']}>{spanOf(occurrence.start, occurrence.end, language)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
}
