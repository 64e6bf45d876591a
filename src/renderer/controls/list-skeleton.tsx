import { useWords } from '../i18n/words'
import styles from './list-skeleton.module.css'

interface ListSkeletonProps {
  rows: number
  /** Of each row, in pixels. */
  height: number
}

/** The shape of a list while it loads. */
export function ListSkeleton({ rows, height }: ListSkeletonProps) {
  const { t } = useWords()
  return (
    <div className={styles['skeleton']} role="status" aria-label={t('page.loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles['row']} style={{ blockSize: height }} />
      ))}
    </div>
  )
}
