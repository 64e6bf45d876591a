import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'

const loopbackHosts: ReadonlySet<string> = new Set(['127.0.0.1', '::1'])

/** How a workspace is to run. */
export interface WorkspaceOptions {
  /** Folder of the database and the key, absolute. */
  readonly dataFolder: string
  /** Folder of the console's built pages, absolute. */
  readonly consoleFolder: string
  /** Address to listen on. */
  readonly host: string
  /** Wanted port; another one is taken when it is in use. 0 for any. */
  readonly port: number
  /** Where people reach the workspace when that is not where it listens (behind a proxy): an origin without path. */
  readonly publicAddress: string | null
  /** Fill an empty database with sample data. */
  readonly sample: boolean
}

/** A command line that can't be followed; the message is for the operator. */
export class OptionsError extends Error {
  override name = 'OptionsError'
}

const originSchema = z
  .url({ protocol: /^https?$/ })
  .refine(
    (value) => new URL(value).origin === value.replace(/\/$/, ''),
    'has to be an origin such as https://meet.example.com',
  )
  .transform((value) => new URL(value).origin)

const argumentsSchema = z
  .strictObject({
    data: z.string().min(1),
    console: z.string().min(1).optional(),
    host: z.union([z.ipv4(), z.ipv6()]).default('127.0.0.1'),
    port: z.coerce.number().int().min(0).max(65_535).default(0),
    'public-address': originSchema.optional(),
    sample: z.boolean().default(false),
  })
  .refine((given) => loopbackHosts.has(given.host) || given['public-address'] !== undefined, {
    path: ['host'],
    // Nothing listens beyond this computer unless an operator says so, and says under which name.
    message: 'other than a loopback address needs --public-address',
  })

/**
 * Reads the workspace's command line.
 *
 * @param argv Arguments without the program's own.
 * @param defaultConsoleFolder Used when `--console` is not given, absolute.
 * @throws {OptionsError} When an option is unknown, missing or out of range.
 */
export function parseOptions(argv: readonly string[], defaultConsoleFolder: string): WorkspaceOptions {
  const parsed = argumentsSchema.safeParse(readArguments(argv))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new OptionsError(`--${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`)
  }
  const given = parsed.data
  return {
    dataFolder: resolve(given.data),
    consoleFolder: resolve(given.console ?? defaultConsoleFolder),
    host: given.host,
    port: given.port,
    publicAddress: given['public-address'] ?? null,
    sample: given.sample,
  }
}

function readArguments(argv: readonly string[]): Record<string, unknown> {
  try {
    const { values } = parseArgs({
      args: [...argv],
      strict: true,
      allowPositionals: false,
      options: {
        data: { type: 'string' },
        console: { type: 'string' },
        host: { type: 'string' },
        port: { type: 'string' },
        'public-address': { type: 'string' },
        sample: { type: 'boolean' },
      },
    })
    return { ...values }
  } catch (error) {
    throw new OptionsError(error instanceof Error ? error.message : 'not understood')
  }
}
