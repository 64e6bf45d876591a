import { useWords } from '../../i18n/words'
import { AccountLine } from '../../shell/account-line'
import { useAppState, useClient } from '../../state/client'
import styles from './other-places.module.css'

/** The accounts that are here already, to go back to. */
export function OtherAccounts() {
  const { t } = useWords()
  const { bridge } = useClient()
  const entries = useAppState((state) => state.accounts.entries)
  if (entries.length === 0) return null
  return (
    <section className={styles['places']}>
      <h2 className={styles['title']}>{t('place.accounts')}</h2>
      <ul className={styles['accounts']}>
        {entries.map((entry) => (
          <li key={entry.key}>
            <button
              type="button"
              className={styles['account']}
              onClick={() => void bridge.invoke('accounts.switch', entry.key).catch(() => {})}
            >
              <AccountLine entry={entry} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
