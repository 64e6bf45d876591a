import type { ReactNode } from 'react'
import { useWords } from '../../i18n/words'
import styles from './managed-hint.module.css'

/** Says that the administrator's policy decides a setting, which is why it can't be changed. */
export function ManagedHint() {
  const { t } = useWords()
  return (
    <span className={styles['hint']}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.5">
        <rect x="3" y="7" width="10" height="7" rx="1.5" />
        <path d="M5 7V5a3 3 0 0 1 6 0v2" />
      </svg>
      {t('policy.managed')}
    </span>
  )
}

/** A setting's own hint, and below it that the policy decides, where it does: both are read out with the control. */
export function hintWith(hint: string | undefined, isManaged: boolean): ReactNode {
  if (!isManaged) return hint
  return (
    <>
      {hint}
      <ManagedHint />
    </>
  )
}
