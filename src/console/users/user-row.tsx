import { flexRender, type Row } from '@tanstack/react-table'
import { memo, type RefCallback } from 'react'
import type { ConsoleUser } from '../../contract/console-api'
import { useWords } from '../i18n/words'
import { SelectCell } from './user-cells'

interface UserRowProps {
  row: Row<ConsoleUser>
  /** The row's place among all of them, from 0. */
  index: number
  /** What is shown of each user: another list when that changes. */
  columns: readonly string[]
  isChosen: boolean
  onToggle: (id: string) => void
  measure: RefCallback<HTMLTableRowElement>
}

/**
 * One user of the table. While the table scrolls, or reads more users, rows that are in sight already are left alone: the
 * table makes a new object of each row whenever it has more users, but its user stays the same.
 */
export const UserRow = memo(
  function UserRow({ row, index, isChosen, onToggle, measure }: UserRowProps) {
    const { t } = useWords()
    return (
      <tr
        ref={measure}
        data-index={index}
        aria-rowindex={index + 2}
        aria-selected={isChosen}
        data-selected={isChosen || undefined}
      >
        {row.getVisibleCells().map((cell) => (
          <td
            key={cell.id}
            data-column={cell.column.id}
            data-label={cell.column.id === 'lastSeenAt' ? t('users.columns.lastSeenAt') : undefined}
          >
            {cell.column.id === 'select' ? (
              <SelectCell user={row.original} isChosen={isChosen} onToggle={onToggle} />
            ) : (
              flexRender(cell.column.columnDef.cell, cell.getContext())
            )}
          </td>
        ))}
      </tr>
    )
  },
  ({ row: oldRow, ...old }, { row, ...now }) =>
    oldRow.original === row.original &&
    old.index === now.index &&
    old.columns === now.columns &&
    old.isChosen === now.isChosen &&
    old.onToggle === now.onToggle &&
    old.measure === now.measure,
)
