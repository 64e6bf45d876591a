import type { ReactNode } from 'react'
import styles from './facts.module.css'

/** Names and values in two columns. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={styles['facts']}>{children}</dl>
}

/** An e-mail address breaks after its sign, before it does so within a word. */
function breakable(text: string): ReactNode {
  const at = text.indexOf('@') + 1
  return at === 0 ? (
    text
  ) : (
    <>
      {text.slice(0, at)}
      <wbr />
      {text.slice(at)}
    </>
  )
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles['fact']}>
      <dt className={styles['name']}>{name}</dt>
      {/* A path or an address keeps its own direction among words of another one. */}
      <dd className={styles['value']}>{typeof children === 'string' ? <bdi>{breakable(children)}</bdi> : children}</dd>
    </div>
  )
}
