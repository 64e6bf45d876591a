import { Pagination, Text } from '@mantine/core'
import type { UsersQuery } from '../../contract/console-api'
import { useWords } from '../i18n/words'

interface UsersPagesProps {
  query: UsersQuery
  /** Users in all, or null while that isn't known. */
  total: number | null
  onPage: (page: number) => void
}

/** Leads from one page of the table to the others. Its room is kept while the users load. */
export function UsersPages({ query, total, onPage }: UsersPagesProps) {
  const { t } = useWords()
  const { page, pageSize } = query
  if (total === null) return <div className="users-pages" />
  const last = Math.max(1, Math.ceil(total / pageSize))
  return (
    <nav className="users-pages" aria-label={t('users.pages')}>
      <Text c="dimmed" role="status">
        {t('users.range', { from: (page - 1) * pageSize + 1, to: Math.min(total, page * pageSize), total })}
      </Text>
      {last > 1 && (
        <Pagination
          total={last}
          value={page}
          onChange={onPage}
          withEdges={false}
          siblings={1}
          getControlProps={(control) => ({ 'aria-label': t(`users.${control}Page`) })}
          getItemProps={(each) => ({ 'aria-label': t('users.page', { page: each }) })}
        />
      )}
    </nav>
  )
}
