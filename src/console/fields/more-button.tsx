import { Button } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'
import { FailureNotice } from '../shell/failure-notice'

interface MoreButtonProps {
  label: string
  /** What is read page by page. */
  list: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly isFetchNextPageError: boolean
    readonly error: unknown
    readonly fetchNextPage: () => Promise<unknown>
  }
}

/**
 * Reads the next page of a list, where there is one; says so where that fails, and tries again. It stands right after the list or
 * table: where it goes with the last page, who pressed it goes on with what is new (WCAG 2.2, 2.4.3).
 */
export function MoreButton({ label, list }: MoreButtonProps) {
  const { hasNextPage } = list
  const place = useRef<HTMLDivElement>(null)
  const lastBefore = useRef<Element | null>(null)

  useLayoutEffect(() => {
    const first = lastBefore.current?.nextElementSibling
    if (hasNextPage || !(first instanceof HTMLElement)) return
    lastBefore.current = null
    first.tabIndex = -1
    first.focus()
  }, [hasNextPage])

  const readOn = () => {
    lastBefore.current = place.current?.previousElementSibling?.querySelector(':scope > li:last-child, :scope > tbody > tr:last-child') ?? null
    void list.fetchNextPage()
  }
  return (
    <div ref={place} className="part-action" hidden={!hasNextPage}>
      {hasNextPage && list.isFetchNextPageError ? (
        <FailureNotice error={list.error} isRetrying={list.isFetchingNextPage} onRetry={readOn} />
      ) : (
        hasNextPage && (
          <Button variant="default" loading={list.isFetchingNextPage} onClick={readOn}>
            {label}
          </Button>
        )
      )}
    </div>
  )
}
