import { Progress } from '@mantine/core'
import type { Licence } from '../../../../contract/licence'
import { dayInWords } from '../../../../ui/dates'
import { isoDate, licenceState, type LicenceState } from '../../../../ui/licence-state'
import { useWords, type Word } from '../../../i18n/words'
import styles from './figures.module.css'
import { percentUsed, seatsOf, type Seats } from './seats'

const states: Readonly<Record<LicenceState['state'], { word: Word; look: string }>> = {
  active: { word: 'userManagement.active', look: 'active' },
  ending: { word: 'userManagement.endingSoon', look: 'ending' },
  expired: { word: 'userManagement.ended', look: 'over' },
  'switched-off': { word: 'userManagement.inactive', look: 'over' },
}

function SeatsLeft({ seats }: { seats: Seats }) {
  const { t } = useWords()
  switch (seats.kind) {
    case 'left':
      return t('userManagement.seatsLeft', { count: seats.count })
    case 'none':
      return t('userManagement.seatsNone')
    case 'over':
      return t('userManagement.seatsOver', { count: seats.count })
  }
}

/** One licence: its name, how it stands, its seats, and its last day. `now` is in milliseconds since the epoch. */
export function LicenceRow({ licence, now }: { licence: Licence; now: number }) {
  const { t, language } = useWords()
  const { state } = licenceState(licence, isoDate(new Date(now)))
  const { word, look } = states[state]
  const used = t('userManagement.seatsOf', { used: licence.seatsUsed, seats: licence.seats })
  const seats = seatsOf(licence)

  function ends(): string {
    if (licence.endsOn === null) return t('userManagement.noEnd')
    const date = dayInWords(licence.endsOn, language)
    return state === 'expired' ? t('userManagement.endedOn', { date }) : t('userManagement.endsOn', { date })
  }

  return (
    <li className={styles['licence']}>
      <div className={styles['line']}>
        <div>
          <h3>{licence.name}</h3>
          <p className={styles['quiet']}>{ends()}</p>
        </div>
        <span className={`${styles['state']} ${styles[look]}`}>{t(word)}</span>
      </div>
      <Progress.Root className={styles['whole'] ?? ''} size="sm">
        <Progress.Section
          value={percentUsed(licence)}
          aria-label={t('userManagement.seatsOfLicence', { licence: licence.name })}
          aria-valuetext={used}
          color={seats.kind === 'over' ? 'var(--danger-text)' : 'var(--accent)'}
        />
      </Progress.Root>
      <div className={styles['line']}>
        <span className={styles['quiet']}>{used}</span>
        <span className={styles['left']}>
          <SeatsLeft seats={seats} />
        </span>
      </div>
    </li>
  )
}
