import { hostname } from 'node:os'
import { fileURLToPath } from 'node:url'
import { createLog, describeError, type Log } from './log'
import { commands, isCommand } from './maintenance/command-names'
import { OptionsError, parseOptions, type WorkspaceOptions } from './options'
import { connectParent } from './parent-process'
import { startWorkspace, type WorkspaceEffects } from './start-workspace'

const now = () => Date.now()
const writeLine = (line: string) => void process.stderr.write(line)
let log: Log = createLog(writeLine, now)
const parentPort: unknown = Reflect.get(process, 'parentPort')
const isEmbedded = parentPort !== undefined
// The application says all of its workspace's options itself: what an operator set for a server is not meant for it.
const environment = isEmbedded ? {} : process.env
const parent = connectParent({
  parentPort,
  write: (line) => process.stdout.write(line),
  onSignal: (stop) => {
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  },
})

/** A workspace that runs by itself is watched by its operator; the application's own has nobody who would look. */
async function effectsFor(options: WorkspaceOptions): Promise<WorkspaceEffects> {
  if (isEmbedded) return { now, log }
  const [{ createStructuredLog }, { createMetrics }] = await Promise.all([
    import('./structured-log'),
    import('./http/metrics'),
  ])
  const { secret, metricsToken, databaseAddress, mail, logLevel: level } = options
  const passwords = [databaseAddress, mail?.server ?? null].map((each) => each === null ? null : decodeURIComponent(new URL(each).password))
  const secrets = [secret, metricsToken, ...passwords].filter((each) => each !== null)
  const structured = await createStructuredLog(writeLine, now, { level, secrets, host: hostname() })
  log = structured
  const metrics = await createMetrics()
  return {
    now,
    log: structured,
    metrics,
    answered: (request) => {
      metrics.record(request)
      structured('request', { ...request })
    },
  }
}

/** What an operator does beside a workspace, such as a backup. @returns The exit status. */
async function runBeside(argv: readonly string[]): Promise<number | null> {
  const [command, ...rest] = argv
  if (isEmbedded) return null
  if (argv.includes('--help')) {
    const { helpText } = await import('./help-text')
    process.stdout.write(helpText())
    return 0
  }
  if (command === undefined || command.startsWith('-')) return null
  if (!isCommand(command)) throw new OptionsError(`The first word is none of the commands ${commands.join(', ')}; --help tells what they do`)
  const { runCommand } = await import('./maintenance/command')
  process.umask(0o077)
  const say = (outcome: unknown) => void process.stdout.write(`${JSON.stringify(outcome)}\n`)
  try {
    return (await runCommand(command, rest, environment, { now, log, say })) ? 0 : 1
  } catch (error) {
    if (error instanceof OptionsError) throw error
    log('command-failed', { command, problem: describeError(error) })
    return 1
  }
}

async function run(): Promise<void> {
  const status = await runBeside(process.argv.slice(2))
  if (status !== null) {
    process.exitCode = status
    return
  }
  const builtConsole = fileURLToPath(new URL('../console', import.meta.url))
  const options = parseOptions(process.argv.slice(2), environment, builtConsole)
  const workspace = await startWorkspace(options, await effectsFor(options))
  parent.onStop(() => {
    log('stopping')
    void workspace.stop().then(() => {
      log('stopped')
      process.exit(0)
    })
  })
  const { address, sampleAdministrator } = workspace
  log('listening', { address })
  parent.announce({ event: 'listening', address, ...(sampleAdministrator === null ? {} : { sampleAdministrator }) })
}

try {
  await run()
} catch (error) {
  log('start-failed', { problem: describeError(error) })
  // 64 is "wrong usage" (sysexits.h): trying again would not help.
  process.exit(error instanceof OptionsError ? 64 : 1)
}
