import { Radio } from '@mantine/core'
import { memo, useMemo, type FocusEvent } from 'react'
import { languageNames, languages, type Language } from '../../../../contract/languages'
import type { Settings } from '../../../../contract/settings'
import { useWords } from '../../../i18n/words'
import { ManagedHint } from '../managed-hint'
import styles from './appearance-page.module.css'
import { layOutAhead } from './lay-out-ahead'

type Choice = Settings['language']

interface LanguageChoicesProps {
  value: Choice
  isManaged: boolean
  onChoose: (choice: Choice) => void
}

/** What is likely to be chosen next. One that can't be made ready is shown all the same when it is chosen, only later. */
const makeReady = (language: Language | undefined): void => {
  if (language !== undefined) layOutAhead(language).catch(() => undefined)
}

/** The languages to choose from. Drawn again only when something about them changed, for a change of language draws all else. */
export const LanguageChoices = memo(function LanguageChoices({ value, isManaged, onChoose }: LanguageChoicesProps) {
  const { t } = useWords()
  // Each is called by its own name, whichever language is shown.
  const choices = useMemo(
    () =>
      languages.map((offered, index) => (
        <Radio
          key={offered}
          value={offered}
          disabled={isManaged}
          label={<span lang={offered}>{languageNames[offered]}</span>}
          wrapperProps={{
            onPointerEnter: () => makeReady(offered),
            onFocus: ({ target }: FocusEvent) => {
              // An arrow key goes to a neighbour and chooses it.
              if (target.matches(':focus-visible')) [index - 1, index + 1].forEach((next) => makeReady(languages[next]))
            },
          }}
        />
      )),
    [isManaged],
  )
  return (
    <Radio.Group<Choice>
      name="language"
      label={t('appearance.language')}
      classNames={{ label: styles['title'] ?? '', description: styles['managed'] ?? '' }}
      {...(isManaged ? { description: <ManagedHint /> } : {})}
      value={value}
      onChange={onChoose}
    >
      <div className={styles['choices']}>
        <Radio value="system" disabled={isManaged} label={t('appearance.languageSystem')} />
        {choices}
      </div>
    </Radio.Group>
  )
})
