import type { AccountEntry } from '../../contract/accounts'
import { initials } from '../../ui/initials'
import { useWords } from '../i18n/words'
import styles from './account-line.module.css'

/** One of several accounts, told apart by who, which company, and where. */
export function AccountLine({ entry }: { entry: AccountEntry }) {
  const { t } = useWords()
  const { name, companyName, host, isExpired } = entry
  return (
    <span className={styles['line']}>
      <span className={styles['initials']} aria-hidden="true">
        {initials(name)}
      </span>
      <span className={styles['words']}>
        <span className={styles['name']}>
          <bdi>{name}</bdi>
        </span>{' '}
        <span className={styles['where']}>
          <span>
            <bdi>{companyName}</bdi>
          </span>{' '}
          <span>
            <bdi>{host ?? t('place.thisComputer')}</bdi>
          </span>
        </span>{' '}
        {isExpired && <span className={styles['place']}>{t('accountMenu.expired')}</span>}
      </span>
    </span>
  )
}
