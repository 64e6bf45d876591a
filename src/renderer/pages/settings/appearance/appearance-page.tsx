import { Radio } from '@mantine/core'
import { useState } from 'react'
import { languageNames, languages } from '../../../../contract/languages'
import type { Settings } from '../../../../contract/settings'
import { Message } from '../../../controls/message'
import { useWords, type Word } from '../../../i18n/words'
import { PageHeading } from '../../../shell/page-heading'
import { useAppState, useClient, useManaged } from '../../../state/client'
import { ManagedHint } from '../managed-hint'
import section from '../section.module.css'
import styles from './appearance-page.module.css'
import { ThemePicture } from './theme-picture'

const themes: readonly { theme: Settings['theme']; word: Word }[] = [
  { theme: 'system', word: 'appearance.themeSystem' },
  { theme: 'light', word: 'appearance.themeLight' },
  { theme: 'dark', word: 'appearance.themeDark' },
]

/** Language and theme. There is no button to save: main applies each choice at once, and pushes it back. */
export default function AppearancePage() {
  const { t } = useWords()
  const { bridge } = useClient()
  const settings = useAppState((state) => state.settings)
  const [failed, setFailed] = useState(false)
  const isLanguageManaged = useManaged('language')
  const isThemeManaged = useManaged('theme')

  function change(to: Partial<Settings>) {
    bridge.invoke('settings.change', to).then(
      () => setFailed(false),
      () => setFailed(true),
    )
  }

  return (
    <div className={section['page']}>
      <PageHeading title={t('settings.appearance')} />
      <p className={section['quiet']}>{t('appearance.hint')}</p>
      {failed && <Message kind="problem">{t('appearance.notSaved')}</Message>}
      <Radio.Group<Settings['language']>
        name="language"
        label={t('appearance.language')}
        classNames={{ label: styles['title'] ?? '' }}
        {...(isLanguageManaged ? { description: <ManagedHint /> } : {})}
        value={settings.language}
        onChange={(language) => change({ language })}
      >
        <div className={styles['choices']}>
          <Radio value="system" disabled={isLanguageManaged} label={t('appearance.languageSystem')} />
          {languages.map((language) => (
            <Radio key={language} value={language} disabled={isLanguageManaged} label={<span lang={language}>{languageNames[language]}</span>} />
          ))}
        </div>
      </Radio.Group>
      <Radio.Group<Settings['theme']>
        name="theme"
        label={t('appearance.theme')}
        classNames={{ label: styles['title'] ?? '' }}
        {...(isThemeManaged ? { description: <ManagedHint /> } : {})}
        value={settings.theme}
        onChange={(theme) => change({ theme })}
      >
        <div className={styles['themes']}>
          {themes.map(({ theme, word }) => (
            <Radio
              key={theme}
              value={theme}
              disabled={isThemeManaged}
              className={styles['theme'] ?? ''}
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
    </div>
  )
}
