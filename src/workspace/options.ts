import { readUrl } from '../contract/read-url'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { MailOptions } from './mail/mail'
import { logLevels, type LogLevel } from './structured-log'

/** Addresses at which nobody but this computer can reach a port. */
export const loopbackHosts: ReadonlySet<string> = new Set(['127.0.0.1', '::1'])

/** How a workspace is to run. */
export interface WorkspaceOptions {
  /** Folder of the database and the key, absolute. */
  readonly dataFolder: string
  /** A PostgreSQL instead of the database in that folder: `postgresql://…`. */
  readonly databaseAddress: string | null
  /** What cookies are signed and keys encrypted with, instead of the key in that folder: one for all instances. */
  readonly secret: string | null
  /** Folder of the console's built pages, absolute. */
  readonly consoleFolder: string
  /** Address to listen on. */
  readonly host: string
  /** Wanted port; another one is taken when it is in use. 0 for any. */
  readonly port: number
  /** Where people reach the workspace when that is not where it listens (behind a proxy): an origin without path. */
  readonly publicAddress: string | null
  /** How mail is sent, or null for not at all. */
  readonly mail: MailOptions | null
  /** Addresses and networks of the operator's own proxies, which may say whom they speak for. */
  readonly trustedProxies: readonly string[]
  /** How long requests that are under way may take once the workspace stops, seconds. */
  readonly grace: number
  readonly logLevel: LogLevel
  /** A port of its own for the figures, or null. */
  readonly metricsPort: number | null
  /** What Prometheus has to show for reading the figures, or null. */
  readonly metricsToken: string | null
  /** Fill an empty database with sample data. */
  readonly sample: boolean
}

/** A command line that can't be followed; the message is for the operator. */
export class OptionsError extends Error {
  override name = 'OptionsError'
}

const originSchema = z
  .url({ protocol: /^https?$/, error: 'has to be an address such as https://meet.example.com' })
  .refine(
    (value) => readUrl(value)?.origin === value.replace(/\/$/, ''),
    'has to be an origin such as https://meet.example.com',
  )
  .transform((value) => new URL(value).origin)

/** A figure that an operator sets. */
export function wholeNumber(least: number, most: number) {
  const error = `has to be a whole number from ${String(least)} to ${String(most)}`
  return z.coerce.number(error).int(error).min(least, error).max(most, error)
}

/** Addresses and networks in CIDR notation, between commas. */
const networksSchema = z
  .string()
  .transform((text) => text.split(',').map((each) => each.trim()).filter((each) => each !== ''))
  .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], 'has to be addresses or networks such as 10.0.0.0/8')))

const argumentsSchema = z
  .strictObject({
    data: z.string('is needed, or --data=DIR: the folder of database and key').min(1, 'has to name a folder'),
    console: z.string().min(1, 'has to name a folder').optional(),
    host: z.union([z.ipv4(), z.ipv6()], 'has to be an address such as 127.0.0.1 or 0.0.0.0').default('127.0.0.1'),
    port: wholeNumber(0, 65_535).default(0),
    'public-address': originSchema.optional(),
    sample: z.boolean().default(false),
    'trusted-proxies': networksSchema.default([]),
    grace: wholeNumber(0, 600).default(10),
    'log-level': z.enum(logLevels).default('info'),
    'metrics-port': wholeNumber(1, 65_535).optional(),
    'metrics-token': z.string().regex(/^[\w\-.~+/]{16,}$/, 'has to be 16 letters, digits or more').optional(),
    database: z.url({ protocol: /^postgres(?:ql)?$/, error: 'has to be a postgresql:// address' }).optional(),
    secret: z.string().min(32, 'has to be 32 characters or more').optional(),
    'mail-server': z
      .url({ protocol: /^smtps?$/, error: 'has to be an address such as smtps://name:password@mail.example.com' })
      .optional(),
    'mail-from': z.string().trim().min(3).max(200).regex(/^[^\r\n]*@[^\r\n]*$/, 'has to be an e-mail address').optional(),
  })
  .refine((given) => (given['mail-server'] === undefined) === (given['mail-from'] === undefined), {
    path: ['mail-from'],
    message: 'is needed together with the address of a mail server',
  })
  .refine((given) => given.database === undefined || given.secret !== undefined, {
    path: ['secret'],
    // A key that one instance made in its folder would be unknown to the others.
    message: 'is needed with a PostgreSQL: 32 random characters or more, the same for every instance',
  })
  .refine((given) => loopbackHosts.has(given.host) || given['public-address'] !== undefined, {
    path: ['host'],
    // Nothing listens beyond this computer unless an operator says so, and says under which name.
    message: 'other than a loopback address needs --public-address',
  })

export type OptionName = keyof z.input<typeof argumentsSchema>

/** The environment's names of what the command line can say, and of what must not stand there for all to see. */
export const environmentNames = {
  data: 'PARLEY_DATA',
  console: 'PARLEY_CONSOLE',
  host: 'PARLEY_HOST',
  port: 'PARLEY_PORT',
  'public-address': 'PARLEY_PUBLIC_ADDRESS',
  database: 'DATABASE_URL',
  secret: 'PARLEY_SECRET',
  'mail-server': 'PARLEY_MAIL_SERVER',
  'mail-from': 'PARLEY_MAIL_FROM',
  'trusted-proxies': 'PARLEY_TRUSTED_PROXIES',
  grace: 'PARLEY_GRACE',
  'log-level': 'PARLEY_LOG_LEVEL',
  'metrics-port': 'PARLEY_METRICS_PORT',
  'metrics-token': 'PARLEY_METRICS_TOKEN',
} as const satisfies Partial<Record<OptionName, string>>

/**
 * Reads the workspace's command line and environment; the command line comes first.
 *
 * @param argv Arguments without the program's own.
 * @param environment Names and values; an empty value counts as none.
 * @param defaultConsoleFolder Used when none is given, absolute.
 * @throws {OptionsError} When an option is unknown, missing or out of range; the message names it, never its value.
 */
export function parseOptions(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  defaultConsoleFolder: string,
): WorkspaceOptions {
  const typed = readArguments(argv)
  const parsed = argumentsSchema.safeParse({ ...readEnvironment(environment), ...typed })
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const name = String(issue?.path[0] ?? '')
    const inEnvironment = name in typed ? undefined : new Map(Object.entries(environmentNames)).get(name)
    throw new OptionsError(`${inEnvironment ?? `--${name}`}: ${issue?.message ?? 'not valid'}`)
  }
  const given = parsed.data
  return {
    dataFolder: resolve(given.data),
    databaseAddress: given.database ?? null,
    secret: given.secret ?? null,
    consoleFolder: resolve(given.console ?? defaultConsoleFolder),
    host: given.host,
    port: given.port,
    publicAddress: given['public-address'] ?? null,
    mail:
      given['mail-server'] === undefined || given['mail-from'] === undefined
        ? null
        : { server: given['mail-server'], from: given['mail-from'] },
    trustedProxies: given['trusted-proxies'],
    grace: given.grace,
    logLevel: given['log-level'],
    metricsPort: given['metrics-port'] ?? null,
    metricsToken: given['metrics-token'] ?? null,
    sample: given.sample,
  }
}

/** What the command line can say. Passwords and keys are not among it: every program on the computer may read it. */
export const onCommandLine = {
  data: { type: 'string' },
  host: { type: 'string' },
  port: { type: 'string' },
  'public-address': { type: 'string' },
  'trusted-proxies': { type: 'string' },
  grace: { type: 'string' },
  'log-level': { type: 'string' },
  'metrics-port': { type: 'string' },
  console: { type: 'string' },
  sample: { type: 'boolean' },
} as const satisfies Partial<Record<OptionName, { readonly type: 'string' | 'boolean' }>>

/**
 * A command line that can't be read, in the words of whoever reads it. A word that stands where none belongs is not repeated: it may be the
 * address of a database, with its password.
 */
export function notUnderstood(error: unknown): OptionsError {
  const isStray = error instanceof Error && 'code' in error && error.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL'
  if (isStray || !(error instanceof Error)) return new OptionsError('There is a word that is neither an option nor a command; --help lists both')
  // Node's advice on words that begin with a dash comes after the first sentence.
  const [problem = ''] = error.message.split(/\.\s/)
  return new OptionsError(`${problem}; --help lists all options`)
}

function readEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [option, name] of Object.entries(environmentNames)) {
    const value = environment[name]
    if (value !== undefined && value !== '') values[option] = value
  }
  return values
}

function readArguments(argv: readonly string[]): Record<string, unknown> {
  try {
    const { values } = parseArgs({ args: [...argv], strict: true, allowPositionals: false, options: onCommandLine })
    return { ...values }
  } catch (error) {
    throw notUnderstood(error)
  }
}
