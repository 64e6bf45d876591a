import { DirectionContext, type DirectionContextValue, MantineProvider } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { directionOf, type Language } from '../contract/languages'
import { styleNonce } from './style-nonce'
import { theme } from './theme'

interface LookProps {
  /** `auto` follows the operating system. */
  colorScheme: 'auto' | 'light' | 'dark'
  /** The language that is shown: its direction decides which way sliders and arrow keys go. */
  language: Language
  children: ReactNode
}

/** The direction follows the language alone. */
const keep = (): void => undefined

/** Gives the pages inside it Parley's theme and the language's direction. */
export function Look({ colorScheme, language, children }: LookProps) {
  const dir = directionOf(language)
  const direction = useMemo<DirectionContextValue>(() => ({ dir, setDirection: keep, toggleDirection: keep }), [dir])
  return (
    <DirectionContext value={direction}>
      <MantineProvider
        theme={theme}
        getStyleNonce={styleNonce}
        {...(colorScheme === 'auto' ? { defaultColorScheme: 'auto' as const } : { forceColorScheme: colorScheme })}
      >
        {children}
      </MantineProvider>
    </DirectionContext>
  )
}
