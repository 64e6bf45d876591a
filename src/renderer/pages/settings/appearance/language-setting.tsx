import { useCallback, useEffect, useState } from 'react'
import { languages } from '../../../../contract/languages'
import type { Settings, SettingsChange } from '../../../../contract/settings'
import { Button } from '../../../controls/button'
import { Message } from '../../../controls/message'
import { readAhead, setLanguage, useWords } from '../../../i18n/words'
import { useAppState, useClient, useManaged } from '../../../state/client'
import { Setting } from '../setting'
import styles from './appearance-page.module.css'
import { needsRestart } from './fields-language'
import { LanguageChoices } from './language-choices'

type Choice = Settings['language']

interface LanguageSettingProps {
  /** Whether the last change could not be kept. */
  failed: boolean
  change: (to: SettingsChange) => void
}

/** The words of each, one after the other: any of them may be chosen here. One that can't be read is tried again when it is chosen. */
async function readAllAhead(): Promise<void> {
  for (const language of languages) await readAhead(language).catch(() => undefined)
}

/** The language of the client. The page is in it at once, whatever the disk takes to keep the choice. */
export function LanguageSetting({ failed, change }: LanguageSettingProps) {
  const { app } = useClient()
  const kept = useAppState((state) => state.settings.language)
  const shown = useAppState((state) => state.language)
  const isManaged = useManaged('language')
  const [chosen, setChosen] = useState<{ language: Choice; before: Choice } | null>(null)
  // Until main says what is kept now, or that it could not.
  const isOnItsWay = chosen !== null && chosen.before === kept && !failed
  useEffect(() => {
    // What can't be kept is not shown for longer.
    if (failed) void setLanguage(shown).catch(() => undefined)
  }, [failed, shown])
  useEffect(() => void readAllAhead(), [])

  const choose = useCallback(
    (language: Choice) => {
      setChosen({ language, before: app.getState().settings.language })
      if (language !== 'system') void setLanguage(language).catch(() => undefined)
      change({ language })
    },
    [app, change],
  )

  return (
    <Setting name="language">
      <LanguageChoices value={isOnItsWay ? chosen.language : kept} isManaged={isManaged} onChoose={choose} />
      <FieldsLater kept={kept} />
    </Setting>
  )
}

/** Fields of dates and times are drawn by Chromium, in the language of the start. */
function FieldsLater({ kept }: { kept: Choice }) {
  const { t, language } = useWords()
  const { bridge } = useClient()
  return (
    <div role="status" className={styles['fields']}>
      {needsRestart(kept, language, navigator.language) && (
        <Message kind="note" actions={<Button onClick={() => void bridge.invoke('app.restart').catch(() => {})}>{t('graphics.restart')}</Button>}>
          {t('appearance.fieldsLater')}
        </Message>
      )}
    </div>
  )
}
