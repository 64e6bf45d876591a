import { useWords } from '../i18n/words'
import styles from './page-loading.module.css'

/** What stands in a page's place while its code is loaded. */
export function PageLoading() {
  const { t } = useWords()
  return <p className={styles['loading']}>{t('page.loading')}</p>
}
