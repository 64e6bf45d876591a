import type { Row } from '@tanstack/react-table'
import type { ConsoleUser } from '../../contract/console-api'
import { isSelected, type Selected } from './selection'
import { useRowsInSight } from './use-rows-in-sight'
import { UserRow } from './user-row'

interface UsersBodyProps {
  rows: readonly Row<ConsoleUser>[]
  /** What is shown of each user: another list when that changes. */
  columns: readonly string[]
  /** How many columns there are. */
  width: number
  selected: Selected
  onToggle: (id: string) => void
  /** The last rows are near: more are wanted. */
  onEnd: () => void
}

/** The rows that are in sight. It is apart from the table's head, which scrolling leaves alone. */
export function UsersBody({ rows, columns, width, selected, onToggle, onEnd }: UsersBodyProps) {
  const { body, items, before, after, measure } = useRowsInSight(rows.length, onEnd)
  return (
    <tbody ref={body}>
      <Spacer height={before} width={width} />
      {items.map(({ index }) => {
        const row = rows[index]
        if (row === undefined) return null
        return (
          <UserRow
            key={row.id}
            row={row}
            index={index}
            columns={columns}
            isChosen={isSelected(selected, row.id)}
            onToggle={onToggle}
            measure={measure}
          />
        )
      })}
      <Spacer height={after} width={width} />
    </tbody>
  )
}

/** Stands for the rows out of sight. */
function Spacer({ height, width }: { height: number; width: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden className="users-spacer">
      <td colSpan={width} style={{ height }} />
    </tr>
  )
}
