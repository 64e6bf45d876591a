import { Skeleton } from '@mantine/core'
import { useWords } from '../../../i18n/words'
import section from '../section.module.css'
import styles from './figures.module.css'

/** The panel's shape while it loads. */
export function PanelSkeleton() {
  const { t } = useWords()
  return (
    <div className={section['page']} aria-busy="true" aria-label={t('page.loading')} role="group">
      <div className={section['section']}>
        <Skeleton height={20} width="56%" />
        <Skeleton height={20} width="40%" />
      </div>
      <div className={styles['licences']}>
        <Skeleton height={104} />
        <Skeleton height={104} />
      </div>
    </div>
  )
}
