import type { ReactNode } from 'react'
import styles from './message.module.css'

interface MessageProps {
  /** `problem` is spoken at once by assistive technology, `note` and `warning` when it is next quiet. */
  kind: 'note' | 'warning' | 'problem' | 'good'
  children: ReactNode
  /** What one can do about it. */
  actions?: ReactNode
}

/** A line that tells something about the state of things, with what to do about it. */
export function Message({ kind, children, actions }: MessageProps) {
  return (
    <div className={`${styles['message']} ${styles[kind]}`}>
      <div className={styles['words']}>
        <svg className={styles['mark']} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" strokeWidth="1.5" />
          {kind === 'good' ? (
            <path d="M5 8.2l2.1 2.1L11 6.2" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
          ) : (
            <path
              d={kind === 'note' ? 'M8 7.4v4M8 4.8v.2' : 'M8 4.4v4.4M8 11.2v.2'}
              stroke="currentColor"
              strokeWidth="1.5"
              strokeLinecap="round"
            />
          )}
        </svg>
        <div className={styles['text']} {...(kind === 'problem' ? { role: 'alert' } : {})}>
          {children}
        </div>
      </div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  )
}
