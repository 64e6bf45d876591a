import { Radio } from '@mantine/core'
import { zoomSteps, type Settings } from '../../../../contract/settings'
import { useWords, type Word } from '../../../i18n/words'
import { useAppState, useManaged } from '../../../state/client'
import { ManagedHint } from '../managed-hint'
import { ChoiceSetting, Setting } from '../setting'
import { SettingsFrame } from '../settings-frame'
import { useChangeSettings } from '../use-change-settings'
import styles from './appearance-page.module.css'
import { LanguageSetting } from './language-setting'
import { ThemePicture } from './theme-picture'

const themes: readonly { theme: Settings['theme']; word: Word }[] = [
  { theme: 'system', word: 'appearance.themeSystem' },
  { theme: 'light', word: 'appearance.themeLight' },
  { theme: 'dark', word: 'appearance.themeDark' },
]

/** Language, theme, and what helps to see. */
export default function AppearancePage() {
  const { t, language } = useWords()
  const keptTheme = useAppState((state) => state.settings.theme)
  const { zoom, contrast, motion } = useAppState((state) => state.settings.appearance)
  const [failed, change] = useChangeSettings()
  const isThemeManaged = useManaged('theme')
  const percents = new Intl.NumberFormat(language, { style: 'percent' })
  // A policy may name a size between the steps.
  const sizes = [...new Set([...zoomSteps, zoom])].sort((one, other) => one - other)

  return (
    <SettingsFrame title={t('settings.appearance')} failed={failed}>
      <LanguageSetting failed={failed} change={change} />
      <Setting name="theme">
        <Radio.Group<Settings['theme']>
          name="theme"
          className={styles['group'] ?? ''}
          label={t('appearance.theme')}
          classNames={{ label: styles['title'] ?? '', description: styles['managed'] ?? '' }}
          {...(isThemeManaged ? { description: <ManagedHint /> } : {})}
          value={keptTheme}
          onChange={(theme) => change({ theme })}
        >
          <div className={styles['themes']}>
            {themes.map(({ theme, word }) => (
              <Radio
                key={theme}
                value={theme}
                disabled={isThemeManaged}
                className={styles['theme'] ?? ''}
                classNames={{ body: styles['themeBody'] ?? '' }}
                label={
                  <span className={styles['themeLabel']}>
                    <ThemePicture theme={theme} />
                    {t(word)}
                  </span>
                }
              />
            ))}
          </div>
        </Radio.Group>
      </Setting>
      <ChoiceSetting
        name="appearance.zoom"
        label={t('appearance.size')}
        value={String(zoom)}
        choices={sizes.map((percent) => ({ value: String(percent), label: percents.format(percent / 100) }))}
        onChange={(value) => change({ appearance: { zoom: Number(value) } })}
      />
      <ChoiceSetting
        name="appearance.contrast"
        label={t('appearance.contrast')}
        value={contrast}
        choices={[
          { value: 'system', label: t('appearance.contrastSystem') },
          { value: 'more', label: t('appearance.contrastMore') },
        ]}
        onChange={(value) => change({ appearance: { contrast: value } })}
      />
      <ChoiceSetting
        name="appearance.motion"
        label={t('appearance.motion')}
        value={motion}
        choices={[
          { value: 'system', label: t('appearance.motionSystem') },
          { value: 'reduced', label: t('appearance.motionReduced') },
        ]}
        onChange={(value) => change({ appearance: { motion: value } })}
      />
    </SettingsFrame>
  )
}
