import { useLayoutEffect, useRef } from 'react'
import type { Occurrence } from '../../../contract/occurrences'
import { itemsOf, onMenuKey } from '../../controls/menu-keys'
import menuStyles from '../../controls/menu.module.css'
import { useWords } from '../../i18n/words'
import styles from './crowd-menu.module.css'
import { nameOf, wholeOf, type Crowd } from './day-layout'
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

  useLayoutEffect(() => menu.current?.showPopover(), [])
  useLayoutEffect(() => {
    // As it opens; and when the meeting that had the focus is gone.
    if (menu.current?.contains(document.activeElement) !== true) itemsOf(menu.current)[0]?.focus()
  }, [crowd])

  return (
    <div ref={menu} popover="auto" className={`${menuStyles['menu'] ?? ''} ${styles['place'] ?? ''}`} onToggle={(event) => event.newState === 'closed' && onClose()}>
      <p className={styles['title']}>{title}</p>
      <ul role="menu" aria-label={title} onKeyDown={(event) => onMenuKey(menu.current, event)}>
        {crowd.occurrences.map((occurrence) => (
          <li key={nameOf(occurrence)} role="none">
            <button
              type="button"
              role="menuitem"
              className={menuStyles['item']}
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
