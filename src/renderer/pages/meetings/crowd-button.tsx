import { memo } from 'react'
import { perLanguage } from '../../../ui/per-language'
import { useWords } from '../../i18n/words'
import { wholeOf, type Crowd } from './day-layout'
import { spanOf } from './moments'
import { placeOf } from './place-of'
import styles from './week-view.module.css'

interface CrowdButtonProps {
  crowd: Crowd
  /** Whether its list is open. */
  isShown: boolean
  onCrowd: (crowd: Crowd) => void
}

const added = perLanguage((language) => new Intl.NumberFormat(language, { signDisplay: 'always' }))

/** Stands for the meetings that don't fit into a day's column, and opens their list. */
export const CrowdButton = memo(function CrowdButton({ crowd, isShown, onCrowd }: CrowdButtonProps) {
  const { t, language } = useWords()
  const count = crowd.occurrences.length
  const { start, end } = wholeOf(crowd)
  const label = t('meetings.moreWithin', { count, span: spanOf(start, end, language) })
  return (
    <li className={styles['block']} style={placeOf(crowd)}>
      <button
        type="button"
        className={isShown ? `${styles['crowd'] ?? ''} ${styles['crowdShown'] ?? ''}` : styles['crowd']}
        aria-haspopup="menu"
        aria-expanded={isShown}
        aria-label={label}
        title={label}
        onClick={() => onCrowd(crowd)}
      >
        <span className={styles['long']}>{t('meetings.more', { count })}</span>
        <span className={styles['brief']}>{added(language).format(count)}</span>
      </button>
    </li>
  )
})
