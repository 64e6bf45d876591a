import type { ReactNode } from 'react'
import styles from './empty-page.module.css'

interface EmptyPageProps {
  icon: ReactNode
  title: string
  text: string
  /** What fills the page, when there is such a thing. */
  children?: ReactNode
}

/** Says what belongs on a page that has nothing to show. */
export function EmptyPage({ icon, title, text, children }: EmptyPageProps) {
  return (
    <div className={styles['empty']}>
      <div className={styles['icon']} aria-hidden="true">
        {icon}
      </div>
      <h2>{title}</h2>
      <p className={styles['text']}>{text}</p>
      {children}
    </div>
  )
}
