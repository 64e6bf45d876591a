import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { theme } from './theme'

interface LookProps {
  /** `auto` follows the operating system. */
  colorScheme: 'auto' | 'light' | 'dark'
  children: ReactNode
}

/** The nonce of this page's Content-Security-Policy, which the server wrote into the page (CSP3 §7.2). */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

/** Gives the pages inside it Parley's theme. */
export function Look({ colorScheme, children }: LookProps) {
  return (
    <MantineProvider
      theme={theme}
      getStyleNonce={styleNonce}
      {...(colorScheme === 'auto' ? { defaultColorScheme: 'auto' as const } : { forceColorScheme: colorScheme })}
    >
      {children}
    </MantineProvider>
  )
}
