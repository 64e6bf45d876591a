import { Title } from '@mantine/core'
import { createContext, use, useEffect, useRef } from 'react'
import { useWords } from '../i18n/words'

/** True once people have gone from the page that they came to to another one. */
export const HasMoved = createContext(false)

interface PageHeadingProps {
  children: string
  /** The document's title, where it is not the heading inside the console's own title. */
  documentTitle?: string
}

/**
 * The heading of a page. It names the document, and takes the focus when people come from another page of the console,
 * as a fresh document would (there is no page load that a screen reader could announce).
 */
export function PageHeading({ children, documentTitle }: PageHeadingProps) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const hasMoved = use(HasMoved)
  const title = documentTitle ?? t('console.title', { page: children })

  useEffect(() => {
    document.title = title
  }, [title])

  // Only on arrival: later changes of language or state must not move the focus.
  const onArrival = useRef(hasMoved)
  useEffect(() => {
    if (!onArrival.current) return
    window.scrollTo({ top: 0 })
    // A form that is the page begins in its first field.
    if (heading.current?.closest('main')?.contains(document.activeElement) === true) return
    heading.current?.focus({ preventScroll: true })
  }, [])

  return (
    <Title order={1} ref={heading} tabIndex={-1} className="page-heading">
      {children}
    </Title>
  )
}
