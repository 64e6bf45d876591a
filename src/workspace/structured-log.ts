import type { Log } from './log'

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** What looks like a token or a password in an address, whoever wrote it. */
const secretPatterns: readonly (readonly [RegExp, string])[] = [
  [/\bBearer +[\w\-.~+/]+=*/gi, 'Bearer …'],
  [/\bparley_[\w-]{16,}/g, 'parley_…'],
  [/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:)[^\s@]+@/gi, '$1…@'],
]

/** Takes secrets out of a text: those that are known, and what looks like one. */
export function hideSecrets(text: string, known: readonly string[]): string {
  let shown = text
  for (const secret of known) {
    if (secret !== '') shown = shown.replaceAll(secret, '…')
  }
  for (const [pattern, instead] of secretPatterns) shown = shown.replaceAll(pattern, instead)
  return shown
}

const problemEvent = /-(?:failed|lost)$|^not-ready$/

/**
 * The log of a workspace that runs by itself: one line of JSON for each event, through pino.
 *
 * @param write Takes a whole line with its line break.
 * @param options `secrets` are never written, `host` tells several instances apart.
 */
export async function createStructuredLog(
  write: (line: string) => void,
  now: () => number,
  options: { readonly level: LogLevel; readonly secrets: readonly string[]; readonly host: string },
): Promise<Log> {
  const { pino } = await import('pino')
  const logger = pino(
    {
      level: options.level,
      base: { host: options.host },
      messageKey: 'event',
      timestamp: () => `,"at":"${new Date(now()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  )
  const secrets = options.secrets.filter((secret) => secret.length >= 4)
  return (event, fields = {}) => {
    const { level, ...rest } = fields
    const shown = Object.fromEntries(
      Object.entries(rest).map(([name, value]) => [name, typeof value === 'string' ? hideSecrets(value, secrets) : value]),
    )
    if (level === 'error' || problemEvent.test(event)) logger.error(shown, event)
    else if (level === 'warn') logger.warn(shown, event)
    else logger.info(shown, event)
  }
}
