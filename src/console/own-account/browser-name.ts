const browsers = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|Chromium)\//],
  ['Safari', /\bSafari\//],
] as const
const systems = [
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(?:iPhone|iPad)\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\b(?:Linux|X11)\b/],
] as const

/**
 * Makes out of what a browser calls itself (RFC 9110 §10.1.5) a name that its user knows: `Firefox, Windows`.
 *
 * @returns Null when nothing in it is known.
 */
export function browserName(userAgent: string | null): string | null {
  if (userAgent === null) return null
  const parts = [browsers, systems].map((known) => known.find(([, pattern]) => pattern.test(userAgent))?.[0])
  const named = parts.filter((part) => part !== undefined)
  return named.length === 0 ? null : named.join(', ')
}
