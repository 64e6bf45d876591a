import { Table, UnstyledButton, VisuallyHidden } from '@mantine/core'
import type { Column } from '@tanstack/react-table'
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react'
import { type ConsoleUser, userSortColumns, type UsersOrder } from '../../contract/console-api'
import { useWords } from '../i18n/words'

interface SortableHeaderProps {
  column: Column<ConsoleUser>
  onSort: (column: UsersOrder['sort']) => void
}

/** The header of one column; a button where the workspace can sort by it. */
export function SortableHeader({ column, onSort }: SortableHeaderProps) {
  const { t } = useWords()
  const sortable = userSortColumns.find((each) => each === column.id)
  const sorted = column.getIsSorted()
  if (sortable === undefined) {
    return (
      <Table.Th scope="col" data-column={column.id}>
        {column.id === 'active' ? t('users.columns.active') : <VisuallyHidden>{t('users.columns.actions')}</VisuallyHidden>}
      </Table.Th>
    )
  }
  const Icon = sorted === 'asc' ? IconArrowUp : sorted === 'desc' ? IconArrowDown : IconSelector
  return (
    <Table.Th
      scope="col"
      data-column={column.id}
      aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
    >
      <UnstyledButton className="sort-button" data-sorted={sorted !== false || undefined} onClick={() => onSort(sortable)}>
        {t(`users.columns.${sortable}`)}
        <Icon size={16} aria-hidden />
      </UnstyledButton>
    </Table.Th>
  )
}
