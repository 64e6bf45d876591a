import type { HidingPlace } from '../../../../contract/app-state'
import { useWords, type Word } from '../../../i18n/words'
import { useAppState } from '../../../state/client'
import { ChoiceSetting, SwitchSetting } from '../setting'
import { SettingsFrame } from '../settings-frame'
import { useChangeSettings } from '../use-change-settings'
import { LinksSection } from './links-section'

/** What closing means depends on where Parley can stay. */
const closeHints: Readonly<Record<HidingPlace, Word>> = {
  unknown: 'general.onCloseHint',
  tray: 'general.onCloseHint',
  dock: 'general.onCloseDock',
  nowhere: 'general.onCloseNowhere',
}

/** How Parley starts, stays and helps to write. */
export default function GeneralPage() {
  const { t } = useWords()
  const settings = useAppState((state) => state.settings.general)
  const place = useAppState((state) => state.hidingPlace)
  const [failed, change] = useChangeSettings()
  return (
    <SettingsFrame title={t('settings.general')} failed={failed}>
      <SwitchSetting
        name="general.startAtLogin"
        label={t('general.startAtLogin')}
        hint={t('general.startAtLoginHint')}
        checked={settings.startAtLogin}
        onChange={(startAtLogin) => change({ general: { startAtLogin } })}
      />
      <ChoiceSetting
        name="general.onClose"
        label={t('general.onClose')}
        hint={t(closeHints[place])}
        disabled={place === 'dock' || place === 'nowhere'}
        value={place === 'dock' ? 'hide' : place === 'nowhere' ? 'quit' : settings.onClose}
        choices={[
          { value: 'quit', label: t('general.quit') },
          { value: 'hide', label: t('general.hide') },
        ]}
        onChange={(onClose) => change({ general: { onClose } })}
      />
      <SwitchSetting
        name="general.spellCheck"
        label={t('general.spellCheck')}
        hint={t('general.spellCheckHint')}
        checked={settings.spellCheck}
        onChange={(spellCheck) => change({ general: { spellCheck } })}
      />
      <ChoiceSetting
        name="general.updates"
        label={t('general.updates')}
        hint={t('general.updatesHint')}
        value={settings.updates}
        choices={[
          { value: 'automatic', label: t('general.updatesAutomatic') },
          { value: 'tell', label: t('general.updatesTell') },
          { value: 'never', label: t('general.updatesNever') },
        ]}
        onChange={(updates) => change({ general: { updates } })}
      />
      <LinksSection />
    </SettingsFrame>
  )
}
