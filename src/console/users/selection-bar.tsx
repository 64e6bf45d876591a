import { Button, Text } from '@mantine/core'
import type { KeyboardEventHandler, ReactNode, RefObject } from 'react'
import { Rich, useWords } from '../i18n/words'

interface SelectionBarProps {
  count: number
  /** How many match the filter, null while that is not known. */
  total: number | null
  onAll: () => void
  onClear: () => void
  bar: RefObject<HTMLDivElement | null>
  onKeyDown: KeyboardEventHandler
  /** What can be done to those who are selected. */
  children?: ReactNode
}

/** How many users are selected, and what can be done with them. It stays in sight while the table scrolls. */
export function SelectionBar({ count, total, onAll, onClear, bar, onKeyDown, children }: SelectionBarProps) {
  const { t } = useWords()
  return (
    <div ref={bar} className="selection-bar" role="region" aria-label={t('users.selection.name')} onKeyDown={onKeyDown}>
      <Text fw={600} role="status">
        {t('users.selection.count', { count })}
      </Text>
      {children}
      {total !== null && count < total && (
        <Button variant="subtle" size="compact-sm" onClick={onAll}>
          {t('users.selection.all', { count: total })}
        </Button>
      )}
      <Button variant="subtle" size="compact-sm" onClick={onClear}>
        {t('users.selection.clear')}
      </Button>
      <Text size="sm" className="selection-keys">
        <Rich words="users.selection.keys" parts={{ kbd: <kbd /> }} />
      </Text>
    </div>
  )
}
