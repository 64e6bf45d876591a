import { useId } from 'react'
import type { Settings } from '../../../../contract/settings'

const colours = {
  light: { side: '#E8EAF2', page: '#FFFFFF', line: '#B9BECC', accent: '#4C5FD5' },
  dark: { side: '#17181D', page: '#2B2D36', line: '#6B7080', accent: '#8C9BFF' },
} as const

function Half({ scheme, clip }: { scheme: 'light' | 'dark'; clip: string | undefined }) {
  const { side, page, line, accent } = colours[scheme]
  return (
    <g clipPath={clip}>
      <rect width="120" height="72" fill={page} />
      <rect width="32" height="72" fill={side} />
      <rect x="6" y="10" width="20" height="6" rx="3" fill={accent} />
      <rect x="6" y="22" width="20" height="6" rx="3" fill={line} />
      <rect x="44" y="12" width="52" height="8" rx="4" fill={line} />
      <rect x="44" y="28" width="64" height="6" rx="3" fill={line} opacity="0.5" />
      <rect x="44" y="50" width="32" height="12" rx="4" fill={accent} />
    </g>
  )
}

/** A small window in the colours of a theme; half and half for the one that follows the system. */
export function ThemePicture({ theme }: { theme: Settings['theme'] }) {
  const id = useId()
  return (
    <svg viewBox="0 0 120 72" width="120" height="72" aria-hidden="true">
      <defs>
        <clipPath id={`${id}-dark`}>
          <path d="M120 0v72H36z" />
        </clipPath>
      </defs>
      {theme !== 'dark' && <Half scheme="light" clip={undefined} />}
      {theme !== 'light' && <Half scheme="dark" clip={theme === 'system' ? `url(#${id}-dark)` : undefined} />}
    </svg>
  )
}
