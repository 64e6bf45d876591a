import type { ReactNode } from 'react'
import styles from './blocked.module.css'

interface BlockedProps {
  title: string
  text: ReactNode
  action?: ReactNode
  children?: ReactNode
}

/** A card that says why there is nothing to open, and what to do instead. */
export function Blocked({ title, text, action, children }: BlockedProps) {
  return (
    <section className={styles['blocked']}>
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
      {action !== undefined && <div className={styles['action']}>{action}</div>}
    </section>
  )
}
