import { Button, Text } from '@mantine/core'
import type { UsersView } from '../../contract/console-api'
import { isFiltering } from '../../contract/users-filter'
import { useWords } from '../i18n/words'

interface UsersCountProps {
  /** Null while it is not known. */
  total: number | null
  view: UsersView
  isFailed: boolean
  isRetrying: boolean
  onRetry: () => void
}

/** How many there are; or that it could not be found out, and another try. */
export function UsersCount({ total, view, isFailed, isRetrying, onRetry }: UsersCountProps) {
  const { t } = useWords()
  return (
    <div className="users-count">
      <Text c="dimmed" role="status">
        {total !== null ? countText(t, total, view) : isFailed ? t('users.notCounted') : '\u00a0'}
      </Text>
      {total === null && isFailed && (
        <Button variant="default" size="compact-sm" loading={isRetrying} onClick={onRetry}>
          {t('connection.retry')}
        </Button>
      )}
    </div>
  )
}

function countText(t: ReturnType<typeof useWords>['t'], count: number, view: UsersView): string {
  const { search } = view
  if (search !== '') return t('users.found', { count, search })
  return isFiltering(view) ? t('users.matching', { count }) : t('users.count', { count })
}
