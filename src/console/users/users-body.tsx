import type { ConsoleUser } from '../../contract/console-api'
import { isSelected, type Selected } from './selection'
import { useRowsInSight } from './use-rows-in-sight'
import type { OptionalColumn } from './user-columns'
import { UserRow } from './user-row'

interface UsersBodyProps {
  users: readonly ConsoleUser[]
  columns: readonly OptionalColumn[]
  /** How many columns there are. */
  width: number
  selected: Selected
  onToggle: (id: string) => void
  onChangeLicence: (user: ConsoleUser) => void
  /** The last rows are near: more are wanted. */
  onEnd: () => void
}

/** The rows that are in sight. It is apart from the table's head, which scrolling leaves alone. */
export function UsersBody(props: UsersBodyProps) {
  const { users, columns, width, selected, onToggle, onChangeLicence, onEnd } = props
  const { body, items, before, after, measure } = useRowsInSight(users.length, onEnd)
  return (
    <tbody ref={body} data-in-sight>
      <Spacer height={before} width={width} />
      {items.map(({ index }) => {
        const user = users[index]
        if (user === undefined) return null
        return (
          <UserRow
            key={user.id}
            user={user}
            index={index}
            columns={columns}
            isChosen={isSelected(selected, user.id)}
            onToggle={onToggle}
            onChangeLicence={onChangeLicence}
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
