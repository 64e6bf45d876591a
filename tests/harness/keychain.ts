import { expect } from '@playwright/test'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run, start } from './processes'

/** The service that answers for the keychain: there and unlocked, there but locked, or not there at all. */
export type KeychainKind = 'available' | 'locked' | 'missing'

interface KeychainEntry {
  service: string
  account: string
  secret: string
}

/** A real Secret Service on a message bus of its own. */
export interface Keychain {
  /** Environment that leads programs to it. */
  env: Record<string, string>
  lock: () => Promise<void>
  unlock: () => Promise<void>
  /** All entries of a service, as programs name themselves. */
  entries: (service: string) => Promise<KeychainEntry[]>
  /** Puts something else into a service's first entry. */
  overwrite: (service: string, secret: string) => Promise<void>
}

// Without service folders, nothing is started by name: a keychain that is missing stays missing.
const busConfiguration = (folder: string): string => `<!DOCTYPE busconfig PUBLIC
  "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=${folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
    <allow user="*"/>
  </policy>
</busconfig>
`

const password = 'the password of the test’s keyring'

/**
 * Starts a message bus and, unless it is to be missing, GNOME Keyring on it.
 *
 * @param options.env The test's environment; its XDG folders hold the keyring.
 * @param options.as Command that runs another one as the test's user; empty for the user of the tests.
 */
export async function startKeychain(options: {
  env: Record<string, string>
  runtimeFolder: string
  kind: KeychainKind
  as: readonly string[]
}): Promise<Keychain> {
  const { runtimeFolder, kind, as } = options
  const configuration = join(runtimeFolder, 'bus.conf')
  await mkdir(runtimeFolder, { recursive: true, mode: 0o700 })
  await writeFile(configuration, busConfiguration(runtimeFolder))
  const address = await startBus(configuration, options.env, as)
  const env = { ...options.env, DBUS_SESSION_BUS_ADDRESS: address }
  const call = (command: string, args: readonly string[], input = '') => runAs(as, command, args, { env, input })
  const keychain: Keychain = {
    env: { DBUS_SESSION_BUS_ADDRESS: address },
    lock: async () => {
      await call('dbus-send', [
        '--session',
        '--print-reply',
        '--dest=org.freedesktop.secrets',
        '/org/freedesktop/secrets',
        'org.freedesktop.Secret.Service.Lock',
        'array:objpath:/org/freedesktop/secrets/collection/login',
      ])
    },
    unlock: () => startKeyring(env, as, ['--replace']),
    entries: async (service) => {
      const answer = await call('secret-tool', ['search', '--all', '--unlock', 'service', service])
      return parseEntries(answer.output, answer.errors)
    },
    overwrite: async (service, secret) => {
      const [entry] = await keychain.entries(service)
      const attributes = ['service', service, 'account', entry?.account ?? '']
      await call('secret-tool', ['store', `--label=${service}`, ...attributes], secret)
    },
  }
  if (kind !== 'missing') await startKeyring(env, as)
  if (kind === 'locked') await keychain.lock()
  return keychain
}

async function runAs(
  as: readonly string[],
  command: string,
  args: readonly string[],
  options: { env: Record<string, string>; input: string },
) {
  const ended = await run(...commandAs(as, command, args), options)
  // `secret-tool` finds nothing with status 1 and without a word.
  if (ended.status !== 0 && ended.errors !== '') throw new Error(`${command} ended with ${String(ended.status)}: ${ended.errors}`)
  return ended
}

function startBus(configuration: string, env: Record<string, string>, as: readonly string[]): Promise<string> {
  const command = commandAs(as, 'dbus-daemon', [`--config-file=${configuration}`, '--nofork', '--print-address'])
  const bus = start(...command, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  return new Promise((resolve, reject) => {
    let said = ''
    bus.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const [line, rest] = said.split('\n')
      if (line !== undefined && rest !== undefined) resolve(line)
    })
    bus.on('error', reject)
    bus.on('exit', (status) => {
      reject(new Error(`dbus-daemon ended with ${String(status)}`))
    })
  })
}

/** The keyring's daemon goes to the background, and so ends here, once it has its name on the bus. */
async function startKeyring(env: Record<string, string>, as: readonly string[], options: readonly string[] = []): Promise<void> {
  const command = commandAs(as, 'gnome-keyring-daemon', ['--unlock', '--components=secrets', '--daemonize', ...options])
  const daemon = start(...command, { env, stdio: ['pipe', 'ignore', 'ignore'] })
  const ended = once(daemon, 'exit')
  daemon.stdin?.end(password)
  await ended
  if (daemon.exitCode !== 0) throw new Error(`gnome-keyring-daemon ended with ${String(daemon.exitCode)}`)
  // It may take its name on the bus a little later.
  const asked = commandAs(as, 'dbus-send', [
    ...['--session', '--print-reply', '--dest=org.freedesktop.secrets', '/org/freedesktop/secrets'],
    ...['org.freedesktop.Secret.Service.ReadAlias', 'string:default'],
  ])
  await expect
    .poll(async () => (await run(...asked, { env })).output, { message: 'the keyring is there', intervals: [20] })
    .toContain('/collection/login')
}

function commandAs(as: readonly string[], command: string, args: readonly string[]): [string, string[]] {
  const [program, ...rest] = as
  return program === undefined ? [command, [...args]] : [program, [...rest, command, ...args]]
}

/** Reads what `secret-tool search` writes: values on standard output, attributes on standard error, in one order. */
function parseEntries(values: string, attributes: string): KeychainEntry[] {
  const all = (text: string, name: string) => [...text.matchAll(new RegExp(`^${name} = (.*)$`, 'gm'))].map(([, found]) => found ?? '')
  const accounts = all(attributes, 'attribute\\.account')
  const services = all(attributes, 'attribute\\.service')
  return all(values, 'secret').map((secret, index) => ({
    service: services[index] ?? '',
    account: accounts[index] ?? '',
    secret,
  }))
}
