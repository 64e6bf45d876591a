import { Message } from '../../../controls/message'
import { useWords } from '../../../i18n/words'
import { useAppState } from '../../../state/client'
import styles from '../section.module.css'
import { ChoiceSetting } from '../setting'
import { useChangeSettings } from '../use-change-settings'

const lengths = [15, 30, 45, 60, 90, 120]

/** What this account has of its own: how its meetings are shown and made. */
export function OwnSettings() {
  const { t, language } = useWords()
  const { view, minutes } = useAppState((state) => state.settings.meetings)
  const [failed, change] = useChangeSettings()
  const inMinutes = new Intl.NumberFormat(language, { style: 'unit', unit: 'minute', unitDisplay: 'long' })
  // A policy, or a file, may have a length that is not offered.
  const offered = [...new Set([...lengths, minutes])].sort((a, b) => a - b)
  return (
    <section className={styles['section']}>
      <h2>{t('account.ownTitle')}</h2>
      <p className={styles['quiet']}>{t('account.ownHint')}</p>
      {failed && <Message kind="problem">{t('settings.notSaved')}</Message>}
      <ChoiceSetting
        name="meetings.view"
        label={t('account.meetingsView')}
        value={view}
        choices={[
          { value: 'list', label: t('meetings.list') },
          { value: 'week', label: t('meetings.week') },
        ]}
        onChange={(chosen) => change({ meetings: { view: chosen } })}
      />
      <ChoiceSetting
        name="meetings.minutes"
        label={t('account.meetingsMinutes')}
        value={String(minutes)}
        choices={offered.map((length) => ({ value: String(length), label: inMinutes.format(length) }))}
        onChange={(chosen) => change({ meetings: { minutes: Number(chosen) } })}
      />
    </section>
  )
}
