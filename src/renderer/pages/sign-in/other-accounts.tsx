import menuStyles from '../../controls/menu.module.css'
import { useWords } from '../../i18n/words'
import { AccountLine } from '../../shell/account-line'
import { useAppState, useClient } from '../../state/client'
import styles from './other-accounts.module.css'

/** How many are in sight at once; the others are scrolled to. */
const inSight = 4

/** The accounts that are here already, to go back to. */
export function OtherAccounts() {
  const { t } = useWords()
  const { bridge } = useClient()
  const entries = useAppState((state) => state.accounts.entries)
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>{t('place.accounts')}</h2>
      <ul className={`${styles['accounts'] ?? ''} ${entries.length > inSight ? (styles['many'] ?? '') : ''}`}>
        {entries.map((entry) => (
          <li key={entry.key}>
            <button
              type="button"
              className={menuStyles['item']}
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
