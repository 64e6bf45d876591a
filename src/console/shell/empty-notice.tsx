import { Text } from '@mantine/core'
import type { ReactNode } from 'react'

interface EmptyNoticeProps {
  icon: ReactNode
  title: string
  text: string
  /** What fills the emptiness, if anything does. */
  action?: ReactNode
}

/** In place of an empty list: what belongs there. */
export function EmptyNotice({ icon, title, text, action }: EmptyNoticeProps) {
  return (
    <div className="empty-notice">
      <div className="empty-icon" aria-hidden>
        {icon}
      </div>
      <Text fw={600}>{title}</Text>
      <Text c="dimmed">{text}</Text>
      {action}
    </div>
  )
}
