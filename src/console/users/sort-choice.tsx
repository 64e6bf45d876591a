import { Input } from '@mantine/core'
import { useId } from 'react'
import { userSortColumns, type UsersOrder, type UsersView } from '../../contract/console-api'
import { useWords } from '../i18n/words'

const directions = ['ascending', 'descending'] as const

const orders = userSortColumns.flatMap((sort) => directions.map((direction) => ({ sort, direction })))

interface SortChoiceProps {
  view: UsersView
  onSort: (view: UsersView) => void
}

/** Sorts the users where the window is too narrow for the table's headers. */
export function SortChoice({ view, onSort }: SortChoiceProps) {
  const { t } = useWords()
  const id = useId()
  const name = ({ sort, direction }: UsersOrder) => `${sort} ${direction}`
  const choose = (wanted: string) => {
    const order = orders.find((each) => name(each) === wanted)
    if (order !== undefined) onSort({ ...view, ...order })
  }
  return (
    <div className="sort-choice">
      <Input.Label htmlFor={id}>{t('users.sortBy')}</Input.Label>
      <select id={id} value={name(view)} onChange={(event) => choose(event.currentTarget.value)}>
        {orders.map((order) => (
          <option key={name(order)} value={name(order)}>
            {t(order.direction === 'ascending' ? 'users.sortAscending' : 'users.sortDescending', {
              column: t(`users.columns.${order.sort}`),
            })}
          </option>
        ))}
      </select>
    </div>
  )
}
