import './identity.css'
import { Input } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { consoleLanguages, languageNames } from '../../contract/languages'
import { useWords } from '../i18n/words'
import markAddress from '../mark.svg'
import { themes, usePreferences } from '../preferences/preferences'

interface ChoiceProps<Choice extends string> {
  label: string
  value: Choice
  choices: readonly { value: Choice; label: string }[]
  onChoose: (choice: Choice) => void
}

function Choice<Each extends string>({ label, value, choices, onChoose }: ChoiceProps<Each>) {
  const id = useId()
  const choose = (wanted: string) => {
    const found = choices.find((choice) => choice.value === wanted)
    if (found !== undefined) onChoose(found.value)
  }
  return (
    <div className="identity-choice">
      <Input.Label htmlFor={id}>{label}</Input.Label>
      <select id={id} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** What stands around the pages that need no session. */
export function IdentityFrame({ children }: { children: ReactNode }) {
  const { t } = useWords()
  const { language, chooseLanguage, theme, chooseTheme } = usePreferences()
  return (
    <div className="identity">
      <main className="identity-card">
        <img src={markAddress} alt="Parley" width={48} height={48} />
        {children}
      </main>
      <footer className="identity-footer">
        <Choice
          label={t('look.language')}
          value={language}
          choices={consoleLanguages.map((each) => ({ value: each, label: languageNames[each] }))}
          onChoose={chooseLanguage}
        />
        <Choice
          label={t('look.theme')}
          value={theme}
          choices={themes.map((each) => ({ value: each, label: t(`themes.${each}`) }))}
          onChoose={chooseTheme}
        />
      </footer>
    </div>
  )
}
