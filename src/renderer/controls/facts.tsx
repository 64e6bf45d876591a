import type { ReactNode } from 'react'
import styles from './facts.module.css'

/** Names and values in two columns. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={styles['facts']}>{children}</dl>
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles['fact']}>
      <dt className={styles['name']}>{name}</dt>
      {/* A path or an address keeps its own direction among words of another one. */}
      <dd className={styles['value']}>{typeof children === 'string' ? <bdi>{children}</bdi> : children}</dd>
    </div>
  )
}
