import { Skeleton, VisuallyHidden } from '@mantine/core'
import { useWords } from '../i18n/words'

/** A page's shape while its script loads. It shows only when that takes long enough to be noticed. */
export function PageShape() {
  const { t } = useWords()
  return (
    <div className="page-shape" role="status">
      <VisuallyHidden>{t('console.loading')}</VisuallyHidden>
      <Skeleton height={32} width={200} />
      <Skeleton height={16} width="60%" />
      <Skeleton height={160} />
    </div>
  )
}
