import { Button } from '@mantine/core'
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

/** Reads the next page of a list, where there is one; says so where that fails, and tries again. */
export function MoreButton({ label, list }: MoreButtonProps) {
  if (!list.hasNextPage) return null
  const readOn = () => void list.fetchNextPage()
  if (list.isFetchNextPageError) {
    return <FailureNotice error={list.error} isRetrying={list.isFetchingNextPage} onRetry={readOn} />
  }
  return (
    <Button variant="default" className="part-action" loading={list.isFetchingNextPage} onClick={readOn}>
      {label}
    </Button>
  )
}
