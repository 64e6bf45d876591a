import type { Settings, SettingsChange } from '../../../../contract/settings'
import { TextField } from '../../../controls/field'
import { useWords } from '../../../i18n/words'
import { useManaged } from '../../../state/client'
import { hintWith } from '../managed-hint'
import { Setting, SwitchSetting } from '../setting'
import styles from './quiet-hours-setting.module.css'

interface QuietHoursSettingProps {
  settings: Settings['notifications']
  onChange: (change: NonNullable<SettingsChange['notifications']>) => void
}

/** Hours of every day in which nothing is shown. */
export function QuietHoursSetting({ settings, onChange }: QuietHoursSettingProps) {
  const { t } = useWords()
  return (
    <div className={styles['quiet']}>
      <SwitchSetting
        name="notifications.quietHours"
        label={t('notifications.quietHours')}
        hint={t('notifications.quietHoursHint')}
        checked={settings.quietHours}
        onChange={(quietHours) => onChange({ quietHours })}
      />
      <div className={styles['times']}>
        <Time name="quietFrom" label={t('notifications.quietFrom')} settings={settings} onChange={onChange} />
        <Time name="quietUntil" label={t('notifications.quietUntil')} settings={settings} onChange={onChange} />
      </div>
    </div>
  )
}

function Time({ name, label, settings, onChange }: QuietHoursSettingProps & { name: 'quietFrom' | 'quietUntil'; label: string }) {
  const setting = `notifications.${name}`
  const isManaged = useManaged(setting)
  return (
    <Setting name={setting}>
      <TextField
        type="time"
        label={label}
        hint={hintWith(undefined, isManaged)}
        required
        value={settings[name]}
        disabled={isManaged || !settings.quietHours}
        // While one types, there may be no time yet.
        onChange={(time) => time !== '' && onChange({ [name]: time })}
      />
    </Setting>
  )
}
