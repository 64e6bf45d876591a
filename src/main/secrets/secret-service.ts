import type { KeychainProbe } from './secret-store'

/** What a command said: its exit status and output, or `absent` when there is no such command. */
export type CommandResult =
  | { outcome: 'ended'; status: number; output: string }
  | { outcome: 'absent' }
  | { outcome: 'too-slow' }

/** Runs a command without a shell. `limit` in milliseconds. */
export type RunCommand = (command: string, parameters: readonly string[], limit: number) => Promise<CommandResult>

const service = 'org.freedesktop.secrets'
const root = '/org/freedesktop/secrets'
const limit = 5_000

interface Question {
  path: string
  interface: string
  method: string
  parameters: readonly string[]
}

/** One way to ask over D-Bus; each desktop brings at least one of these commands. */
interface Asker {
  command: string
  parameters: (question: Question) => string[]
}

const askers: readonly Asker[] = [
  {
    command: 'dbus-send',
    parameters: ({ path, interface: name, method, parameters }) => [
      '--session', '--print-reply=literal', `--reply-timeout=${String(limit)}`, `--dest=${service}`,
      path, `${name}.${method}`, ...parameters.map((value) => `string:${value}`),
    ],
  },
  {
    command: 'busctl',
    parameters: ({ path, interface: name, method, parameters }) => [
      '--user', 'call', service, path, name, method, 's'.repeat(parameters.length), ...parameters,
    ],
  },
  {
    command: 'gdbus',
    parameters: ({ path, interface: name, method, parameters }) => [
      'call', '--session', '--dest', service, '--object-path', path, '--method', `${name}.${method}`, ...parameters,
    ],
  },
]

/** Reads the path of a collection out of any of the commands' answers; null for "no collection" (`/`). */
export function parseCollectionPath(output: string): string | null {
  return /\/org\/freedesktop\/secrets\/[A-Za-z0-9_/]+/.exec(output)?.[0] ?? null
}

/** Reads a boolean out of any of the commands' answers: `variant boolean true`, `v b true`, `(<true>,)`. */
export function parseFlag(output: string): boolean | null {
  const word = /\b(true|false)\b/.exec(output)?.[1]
  return word === undefined ? null : word === 'true'
}

/**
 * Makes the question whether the Secret Service holds an unlocked default collection (Secret Service API 0.2, §9
 * `ReadAlias`, §10 `Locked`). It never prompts. keytar itself can't tell: libsecret answers "no such entry" for a
 * locked collection, and asks for its password first.
 *
 * @param effects.run Runs a command.
 * @param effects.hasBus Whether this login has a D-Bus session; without one, asking would try to start one.
 * @returns The probe; it answers `unknown` where the system has none of the commands.
 */
export function probeSecretService(effects: { run: RunCommand; hasBus: () => Promise<boolean> }): KeychainProbe {
  let known: Asker | undefined

  const ask = async (question: Question): Promise<CommandResult> => {
    for (const asker of known === undefined ? askers : [known]) {
      const result = await effects.run(asker.command, asker.parameters(question), limit + 1_000)
      if (result.outcome === 'absent') continue
      known = asker
      return result
    }
    return { outcome: 'absent' }
  }

  return async () => {
    if (!(await effects.hasBus())) return 'missing'
    const alias = await ask({
      path: root,
      interface: 'org.freedesktop.Secret.Service',
      method: 'ReadAlias',
      parameters: ['default'],
    })
    if (alias.outcome === 'absent') return 'unknown'
    if (alias.outcome !== 'ended' || alias.status !== 0) return 'missing'
    const path = parseCollectionPath(alias.output)
    // No default collection: writing would ask the person to make one, with a password of its own.
    if (path === null) return 'missing'
    const answer = await ask({
      path,
      interface: 'org.freedesktop.DBus.Properties',
      method: 'Get',
      parameters: ['org.freedesktop.Secret.Collection', 'Locked'],
    })
    if (answer.outcome !== 'ended' || answer.status !== 0) return 'missing'
    const locked = parseFlag(answer.output)
    if (locked === null) return 'unknown'
    return locked ? 'locked' : 'available'
  }
}
