import './users.css'
import { Button } from '@mantine/core'
import { IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import type { ConsoleUser, UsersView } from '../../contract/console-api'
import { isFiltering, noFilter, toParameters } from '../../contract/users-filter'
import { usersExportAddress } from '../api/bulk-api'
import { isRefusal } from '../api/failure'
import { BulkMenu } from '../bulk/bulk-menu'
import { SearchField } from '../fields/search-field'
import { useWords } from '../i18n/words'
import { paths } from '../routes/paths'
import { EmptyNotice } from '../shell/empty-notice'
import { FailureNotice } from '../shell/failure-notice'
import { PageHeading } from '../shell/page-heading'
import { CreateUserDialog } from '../user/create-user-dialog'
import { AloneNotice } from './alone-notice'
import { ChangeLicenceDialog } from './change-licence-dialog'
import { ColumnsMenu } from './columns-menu'
import { allSelected, countSelected, nobodySelected, toSelection, type Selected } from './selection'
import { SelectionBar } from './selection-bar'
import { SortChoice } from './sort-choice'
import { useUsersList } from './use-users-list'
import { useWayToBar } from './use-way-to-bar'
import { keepColumns, shownColumns } from './user-columns'
import { isNewSearch, readUsersView, sortedBy, writeUsersView } from './users-address'
import { UsersCount } from './users-count'
import { UsersFilters } from './users-filters'
import { UsersTable } from './users-table'

/** The company's users. What is shown stands in the page's address. */
export function UsersPage() {
  const { t } = useWords()
  const [, navigate] = useLocation()
  const view = readUsersView(useSearch())
  const { list, users, count, total, fetchedAt } = useUsersList(view)
  const [changing, setChanging] = useState<ConsoleUser | null>(null)
  const [isCreating, setIsCreating] = useState(false)
  const [columns, setColumns] = useState(() => shownColumns(localStorage))
  const [selected, setSelected] = useState<Selected>(nobodySelected)

  // A selection means users of one filter; with another one it would mean others.
  const filter = toParameters(view).toString()
  const [selectedFrom, setSelectedFrom] = useState(filter)
  if (selectedFrom !== filter) {
    setSelectedFrom(filter)
    setSelected(nobodySelected)
  }

  const show = (wanted: UsersView, replace = false) => navigate(`${paths.users}${writeUsersView(wanted)}`, { replace })
  const searchFor = (search: string) => show({ ...view, search }, !isNewSearch(view.search, search))
  const selectedCount = countSelected(selected, total)
  const isOld = list.isPlaceholderData
  const way = useWayToBar()

  return (
    <div>
      <div className="users-head">
        <div>
          <PageHeading>{t('users.title')}</PageHeading>
          <UsersCount
            total={users === null || isOld ? null : total}
            view={view}
            isFailed={count.isError && !isRefusal(count.error, 'not-signed-in')}
            isRetrying={count.isFetching}
            onRetry={() => void count.refetch()}
          />
        </div>
        <div className="users-tools">
          <Button leftSection={<IconUserPlus size={16} aria-hidden />} aria-haspopup="dialog" onClick={() => setIsCreating(true)}>
            {t('createUser.title')}
          </Button>
          <Button component={Link} href={paths.import} variant="default" aria-label={t('import.title')}>
            <span className="long-words">{t('import.title')}</span>
            <span className="short-words">{t('users.import')}</span>
          </Button>
          <Button component="a" variant="default" href={usersExportAddress(view)} download aria-label={t('bulk.export')}>
            <span className="long-words">{t('bulk.export')}</span>
            <span className="short-words">{t('users.export')}</span>
          </Button>
        </div>
        <div className="users-filters">
          <SearchField
            label={t('users.search')}
            hint={t('users.searchHint')}
            clearLabel={t('users.clearSearch')}
            search={view.search}
            onSearch={searchFor}
          />
          <UsersFilters view={view} onChange={show} />
          <ColumnsMenu
            shown={columns}
            onChange={(wanted) => {
              setColumns(wanted)
              keepColumns(localStorage, wanted)
            }}
          />
          <SortChoice view={view} onSort={show} />
        </div>
      </div>

      {selectedCount > 0 && (
        <SelectionBar
          count={selectedCount}
          total={total}
          onAll={() => setSelected(allSelected)}
          onClear={() => setSelected(nobodySelected)}
          bar={way.bar}
          onKeyDown={way.onKeyInBar}
        >
          <BulkMenu selection={toSelection(selected, view)} count={selectedCount} />
        </SelectionBar>
      )}
      {list.isError && users === null ? (
        !isRefusal(list.error, 'not-signed-in') && (
          <FailureNotice error={list.error} isRetrying={list.isFetching} onRetry={() => void list.refetch()} />
        )
      ) : users?.length === 0 ? (
        <NoUsers view={view} onShow={show} />
      ) : (
        <>
          <UsersTable
            users={users}
            total={total}
            fetchedAt={fetchedAt}
            isOld={isOld}
            view={view}
            columns={columns}
            selected={selected}
            onSelect={setSelected}
            onKeyDown={way.onKeyInTable}
            onSort={(column) => show(sortedBy(view, column))}
            onChangeLicence={setChanging}
            onEnd={() => {
              if (list.hasNextPage && !list.isFetching && !list.isFetchNextPageError) void list.fetchNextPage()
            }}
          />
          {total === 1 && !isFiltering(view) && !isOld && <AloneNotice />}
          {list.isFetchNextPageError && (
            <FailureNotice
              error={list.error}
              isRetrying={list.isFetchingNextPage}
              onRetry={() => void list.fetchNextPage()}
            />
          )}
        </>
      )}
      <CreateUserDialog isOpen={isCreating} onClose={() => setIsCreating(false)} />
      <ChangeLicenceDialog user={changing} onClose={() => setChanging(null)} />
    </div>
  )
}

interface NoUsersProps {
  view: UsersView
  onShow: (view: UsersView) => void
}

/** Nobody who matches, or nobody in the company. */
function NoUsers({ view, onShow }: NoUsersProps) {
  const { t } = useWords()
  const { search } = view
  if (!isFiltering(view)) {
    return <EmptyNotice icon={<IconUsers size={40} />} title={t('users.empty.title')} text={t('users.empty.text')} />
  }
  const isSearchAlone = !isFiltering({ ...view, search: '' })
  return (
    <EmptyNotice
      icon={<IconSearch size={40} />}
      title={search === '' ? t('users.noMatch.filtered') : t('users.noMatch.title', { search })}
      text={t(isSearchAlone ? 'users.noMatch.text' : 'users.noMatch.fewer')}
      action={
        <Button onClick={() => onShow({ ...view, ...noFilter })}>
          {t(isSearchAlone ? 'users.clearSearch' : 'users.filter.clear')}
        </Button>
      }
    />
  )
}
