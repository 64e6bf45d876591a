import { Table } from '@mantine/core'
import { createColumnHelper, flexRender, getCoreRowModel, useReactTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { ConsoleUser, UsersQuery } from '../../contract/console-api'
import { useWords } from '../i18n/words'
import { useMe } from '../shell/session'
import { ActiveCell, ChangeLicenceCell, EmailCell, FetchedAt, LastSeenCell, LicencesCell, NameCell } from './user-cells'
import { SortableHeader } from './sortable-header'
import { SkeletonRows } from './skeleton-rows'

interface UsersTableProps {
  /** Null while they load. */
  users: ConsoleUser[] | null
  /** When the workspace gave them, milliseconds since the epoch. */
  fetchedAt: number
  /** The rows are those of before, while others load. */
  isOld: boolean
  query: UsersQuery
  onSort: (column: UsersQuery['sort']) => void
  onChangeLicence: (user: ConsoleUser) => void
}

const column = createColumnHelper<ConsoleUser>()
const nobody: ConsoleUser[] = []

/** One page of users. The workspace sorts and cuts; this shows. */
export function UsersTable({ users, fetchedAt, isOld, query, onSort, onChangeLicence }: UsersTableProps) {
  const { t } = useWords()
  const { account } = useMe()

  // New columns would be new components to React, and every cell would lose its focus: only what must be is in here.
  const columns = useMemo(
    () => [
      column.accessor('name', { cell: ({ row }) => <NameCell user={row.original} /> }),
      column.accessor('email', { cell: ({ getValue }) => <EmailCell email={getValue()} /> }),
      column.accessor('role', { cell: ({ getValue }) => t(`roles.${getValue()}`) }),
      column.accessor('licences', { id: 'licence', cell: ({ getValue }) => <LicencesCell licences={getValue()} /> }),
      column.accessor('active', { enableSorting: false, cell: ({ getValue }) => <ActiveCell isActive={getValue()} /> }),
      column.accessor('lastSeenAt', { cell: ({ getValue }) => <LastSeenCell time={getValue()} /> }),
      column.display({
        id: 'actions',
        enableSorting: false,
        cell: ({ row }) => <ChangeLicenceCell user={row.original} onChange={onChangeLicence} />,
      }),
    ],
    [t, onChangeLicence],
  )
  const table = useReactTable({
    data: users ?? nobody,
    columns,
    getRowId: (user) => user.id,
    getCoreRowModel: getCoreRowModel(),
    manualSorting: true,
    manualPagination: true,
    state: { sorting: [{ id: query.sort, desc: query.direction === 'descending' }] },
  })
  const names = t('users.table', { company: account.companyName })

  return (
    <Table
      className="users-table"
      aria-label={names}
      aria-busy={users === null || isOld}
      data-old={isOld || undefined}
      highlightOnHover
      verticalSpacing={0}
      horizontalSpacing="sm"
    >
      <Table.Thead>
        {table.getHeaderGroups().map((group) => (
          <Table.Tr key={group.id}>
            {group.headers.map((header) => (
              <SortableHeader key={header.id} column={header.column} onSort={onSort} />
            ))}
          </Table.Tr>
        ))}
      </Table.Thead>
      <FetchedAt value={fetchedAt}>
        <Table.Tbody>
          {users === null ? (
            <SkeletonRows columns={columns.length} />
          ) : (
            table.getRowModel().rows.map((row) => (
              <Table.Tr key={row.id}>
                {row.getVisibleCells().map((cell) => (
                  <Table.Td
                    key={cell.id}
                    data-column={cell.column.id}
                    data-label={cell.column.id === 'lastSeenAt' ? t('users.columns.lastSeenAt') : undefined}
                  >
                    {flexRender(cell.column.columnDef.cell, cell.getContext())}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))
          )}
        </Table.Tbody>
      </FetchedAt>
    </Table>
  )
}
