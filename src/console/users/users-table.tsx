import { Checkbox, Table } from '@mantine/core'
import { createColumnHelper, getCoreRowModel, useReactTable } from '@tanstack/react-table'
import { type Dispatch, type KeyboardEventHandler, type SetStateAction, useCallback } from 'react'
import type { ConsoleUser, UsersOrder, UsersView } from '../../contract/console-api'
import { useWords } from '../i18n/words'
import { useMe } from '../shell/session'
import { EndedLicences, useEndedLicences } from './ended-licences'
import { nobodySelected, allSelected, type Selected, toggled } from './selection'
import { FetchedAt } from './user-cells'
import { type OptionalColumn, optionalColumns } from './user-columns'
import { SortableHeader } from './sortable-header'
import { SkeletonRows } from './skeleton-rows'
import { UsersBody } from './users-body'

interface UsersTableProps {
  /** Null while they load. */
  users: ConsoleUser[] | null
  /** How many match in all, of whom the rows are the first; null while that is not known. */
  total: number | null
  /** When the workspace gave them, milliseconds since the epoch. */
  fetchedAt: number
  /** The rows are those of before, while others load. */
  isOld: boolean
  view: UsersView
  columns: readonly OptionalColumn[]
  selected: Selected
  onSelect: Dispatch<SetStateAction<Selected>>
  onKeyDown: KeyboardEventHandler
  onSort: (column: UsersOrder['sort']) => void
  onChangeLicence: (user: ConsoleUser) => void
  /** The last rows are near: more are wanted. */
  onEnd: () => void
}

const column = createColumnHelper<ConsoleUser>()
const nobody: ConsoleUser[] = []
const columns = [
  column.display({ id: 'select' }),
  column.accessor('name', {}),
  column.accessor('email', {}),
  column.accessor('role', {}),
  column.accessor('licences', { id: 'licence' }),
  column.accessor('active', { enableSorting: false }),
  column.accessor('lastSeenAt', {}),
  column.display({ id: 'actions' }),
]

/** The users that were read so far. The workspace sorts and cuts. */
export function UsersTable(props: UsersTableProps) {
  const { users, total, fetchedAt, isOld, view, columns: shown, selected, onSelect, onKeyDown, onSort, onChangeLicence, onEnd } = props
  const { t } = useWords()
  const { account } = useMe()
  const ended = useEndedLicences()

  // The table knows the columns; the rows are drawn from the users themselves, since it would make an object of each of
  // them anew whenever more are read.
  const table = useReactTable({
    data: nobody,
    columns,
    getCoreRowModel: getCoreRowModel(),
    manualSorting: true,
    manualPagination: true,
    state: {
      sorting: [{ id: view.sort, desc: view.direction === 'descending' }],
      columnVisibility: Object.fromEntries(optionalColumns.map((each) => [each, shown.includes(each)])),
    },
  })
  const width = table.getVisibleLeafColumns().length
  const isAll = selected.kind === 'all' && selected.ids.size === 0
  const isSome = !isAll && (selected.kind === 'all' || selected.ids.size > 0)
  const toggle = useCallback((id: string) => onSelect((now) => toggled(now, id)), [onSelect])

  return (
    <Table
      className="users-table"
      aria-label={t('users.table', { company: account.companyName })}
      aria-busy={users === null || isOld}
      aria-rowcount={users === null || total === null ? -1 : total + 1}
      data-old={isOld || undefined}
      onKeyDown={onKeyDown}
      verticalSpacing={0}
      horizontalSpacing="sm"
    >
      <Table.Thead>
        {table.getHeaderGroups().map((group) => (
          <Table.Tr key={group.id} aria-rowindex={1}>
            {group.headers.map((header) =>
              header.column.id === 'select' ? (
                <Table.Th key={header.id} scope="col" data-column="select">
                  <Checkbox
                    aria-label={t('users.selection.everybody')}
                    checked={isAll}
                    indeterminate={isSome}
                    onChange={() => onSelect(isAll ? nobodySelected : allSelected)}
                  />
                </Table.Th>
              ) : (
                <SortableHeader key={header.id} column={header.column} onSort={onSort} />
              ),
            )}
          </Table.Tr>
        ))}
      </Table.Thead>
      <FetchedAt value={fetchedAt}>
        {users === null ? (
          <Table.Tbody>
            <SkeletonRows columns={width} />
          </Table.Tbody>
        ) : (
          <EndedLicences value={ended}>
            <UsersBody
              users={users}
              columns={shown}
              width={width}
              selected={selected}
              onToggle={toggle}
              onChangeLicence={onChangeLicence}
              onEnd={onEnd}
            />
          </EndedLicences>
        )}
      </FetchedAt>
    </Table>
  )
}
