import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import type { ConsoleLanguage } from '../../contract/languages'
import { Look } from '../../ui/look'
import { setLanguage, useWords } from '../i18n/words'
import { keepChoice, readChoice } from './stored-choice'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

interface Preferences {
  theme: Theme
  chooseTheme: (theme: Theme) => void
  language: ConsoleLanguage
  chooseLanguage: (language: ConsoleLanguage) => void
}

const PreferencesContext = createContext<Preferences | null>(null)

/** What people chose for this browser, and how to choose. */
export function usePreferences(): Preferences {
  const preferences = use(PreferencesContext)
  if (preferences === null) throw new Error('usePreferences needs PreferencesProvider around it')
  return preferences
}

/** Shows what is inside in the chosen theme, and lets it choose. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const { language } = useWords()
  const [theme, setTheme] = useState<Theme>(() => readChoice(localStorage, 'theme', themes) ?? 'system')

  useEffect(() => {
    // The browser's own parts (scroll bars, the canvas behind the page) follow this.
    document.querySelector('meta[name="color-scheme"]')?.setAttribute('content', theme === 'system' ? 'light dark' : theme)
  }, [theme])

  const preferences = useMemo<Preferences>(
    () => ({
      theme,
      chooseTheme: (chosen) => {
        keepChoice(localStorage, 'theme', chosen)
        setTheme(chosen)
      },
      language,
      chooseLanguage: (chosen) => {
        keepChoice(localStorage, 'language', chosen)
        void setLanguage(chosen)
      },
    }),
    [theme, language],
  )

  return (
    <PreferencesContext value={preferences}>
      <Look colorScheme={theme === 'system' ? 'auto' : theme} language={language}>
        {children}
      </Look>
    </PreferencesContext>
  )
}
