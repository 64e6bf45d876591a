import { memo, type ReactNode, type RefCallback } from 'react'
import type { ConsoleUser } from '../../contract/console-api'
import { useWords } from '../i18n/words'
import { ActiveCell, ChangeLicenceCell, EmailCell, LastSeenCell, LicencesCell, NameCell, SelectCell } from './user-cells'
import type { OptionalColumn } from './user-columns'

interface UserRowProps {
  user: ConsoleUser
  /** The row's place among all of them, from 0. */
  index: number
  /** The columns that are shown, of those that can be left out. */
  columns: readonly OptionalColumn[]
  isChosen: boolean
  onToggle: (id: string) => void
  onChangeLicence: (user: ConsoleUser) => void
  measure: RefCallback<HTMLTableRowElement>
}

/**
 * One user of the table. While the table scrolls, or reads more users, rows that are in sight already are left alone: give
 * it the same functions and columns each time.
 */
export const UserRow = memo(function UserRow(props: UserRowProps) {
  const { user, index, columns, isChosen, onToggle, onChangeLicence, measure } = props
  const { t } = useWords()
  const cells: Readonly<Record<OptionalColumn, () => ReactNode>> = {
    email: () => <EmailCell email={user.email} />,
    role: () => t(`roles.${user.role}`),
    licence: () => <LicencesCell licences={user.licences} />,
    active: () => <ActiveCell isActive={user.active} />,
    lastSeenAt: () => <LastSeenCell time={user.lastSeenAt} />,
  }
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      data-selected={isChosen || undefined}
    >
      <td data-column="select">
        <SelectCell user={user} isChosen={isChosen} onToggle={onToggle} />
      </td>
      <td data-column="name">
        <NameCell user={user} />
      </td>
      {columns.map((column) => (
        <td
          key={column}
          data-column={column}
          data-label={column === 'lastSeenAt' ? t('users.columns.lastSeenAt') : undefined}
        >
          {cells[column]()}
        </td>
      ))}
      <td data-column="actions">
        <ChangeLicenceCell user={user} onChange={onChangeLicence} />
      </td>
    </tr>
  )
})
