import './users.css'
import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconMapQuestion, IconSearch, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { ConsoleUser, UsersPage as UsersAnswer, UsersQuery } from '../../contract/console-api'
import { isRefusal } from '../api/failure'
import { usersQuery } from '../api/queries'
import { useWords } from '../i18n/words'
import { paths } from '../routes/paths'
import { EmptyNotice } from '../shell/empty-notice'
import { FailureNotice } from '../shell/failure-notice'
import { PageHeading } from '../shell/page-heading'
import { ChangeLicenceDialog } from './change-licence-dialog'
import { SortChoice } from './sort-choice'
import { isNewSearch, readUsersQuery, sortedBy, writeUsersQuery } from './users-address'
import { UsersPages } from './users-pages'
import { UsersSearch } from './users-search'
import { UsersTable } from './users-table'

/** The company's users. What is shown stands in the page's address. */
export function UsersPage() {
  const { t } = useWords()
  const [, navigate] = useLocation()
  const query = readUsersQuery(useSearch())
  const users = useQuery(usersQuery(query))
  const [changing, setChanging] = useState<ConsoleUser | null>(null)

  const show = (wanted: UsersQuery, replace = false) => navigate(`${paths.users}${writeUsersQuery(wanted)}`, { replace })
  const searchFor = (search: string) => show({ ...query, search, page: 1 }, !isNewSearch(query.search, search))

  const turnTo = (page: number) => {
    show({ ...query, page })
    // A new page is read from its beginning; the focus stays, so that one can go on turning.
    window.scrollTo({ top: 0 })
  }

  return (
    <div>
      <div className="users-head">
        <div>
          <PageHeading>{t('users.title')}</PageHeading>
          <Text c="dimmed" role="status" className="users-count">
            {users.data === undefined || users.isPlaceholderData ? ' ' : countText(t, users.data, query)}
          </Text>
        </div>
        <UsersSearch search={query.search} onSearch={searchFor} />
        <SortChoice query={query} onSort={show} />
      </div>

      {users.isError && users.data === undefined ? (
        !isRefusal(users.error, 'not-signed-in') && (
          <FailureNotice error={users.error} isRetrying={users.isFetching} onRetry={() => void users.refetch()} />
        )
      ) : users.data?.users.length === 0 ? (
        <NoUsers query={query} total={users.data.total} onShow={show} />
      ) : (
        <>
          <UsersTable
            users={users.data?.users ?? null}
            fetchedAt={users.data?.fetchedAt ?? 0}
            isOld={users.isPlaceholderData}
            query={query}
            onSort={(column) => show(sortedBy(query, column))}
            onChangeLicence={setChanging}
          />
          <UsersPages query={query} total={users.data?.total ?? null} onPage={turnTo} />
        </>
      )}
      <ChangeLicenceDialog user={changing} onClose={() => setChanging(null)} />
    </div>
  )
}

function countText(t: ReturnType<typeof useWords>['t'], { total }: UsersAnswer, { search }: UsersQuery): string {
  return search === '' ? t('users.count', { count: total }) : t('users.found', { count: total, search })
}

interface NoUsersProps {
  query: UsersQuery
  total: number
  onShow: (query: UsersQuery) => void
}

/** Nobody in the company, nobody who matches, or a page past the end of a list that became shorter. */
function NoUsers({ query, total, onShow }: NoUsersProps) {
  const { t } = useWords()
  if (total > 0) {
    return (
      <EmptyNotice
        icon={<IconMapQuestion size={40} />}
        title={t('users.pastTheEnd.title', { page: query.page })}
        text={t('users.pastTheEnd.text')}
        action={<Button onClick={() => onShow({ ...query, page: 1 })}>{t('users.pastTheEnd.action')}</Button>}
      />
    )
  }
  if (query.search !== '') {
    return (
      <EmptyNotice
        icon={<IconSearch size={40} />}
        title={t('users.noMatch.title', { search: query.search })}
        text={t('users.noMatch.text')}
        action={<Button onClick={() => onShow({ ...query, search: '', page: 1 })}>{t('users.clearSearch')}</Button>}
      />
    )
  }
  return <EmptyNotice icon={<IconUsers size={40} />} title={t('users.empty.title')} text={t('users.empty.text')} />
}
