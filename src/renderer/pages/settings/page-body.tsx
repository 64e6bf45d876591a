import { useEffect, useRef, type ReactNode } from 'react'
import { keepFocusIn } from '../../../ui/keep-focus'
import section from './section.module.css'

/** What a page of the settings consists of, its heading first. A button that goes with what it took away leaves the focus near. */
export function PageBody({ children }: { children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => (body.current === null ? undefined : keepFocusIn(body.current)), [])
  return (
    <div ref={body} className={section['page']}>
      {children}
    </div>
  )
}
