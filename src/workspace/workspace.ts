import { fileURLToPath } from 'node:url'
import { createLog, describeError } from './log'
import { OptionsError, parseOptions } from './options'
import { connectParent } from './parent-process'
import { startWorkspace } from './start-workspace'

const now = () => Date.now()
const log = createLog((line) => process.stderr.write(line), now)
const parentPort: unknown = Reflect.get(process, 'parentPort')
// The application says all of its workspace's options itself: what an operator set for a server is not meant for it.
const environment = parentPort === undefined ? process.env : {}
const parent = connectParent({
  parentPort,
  write: (line) => process.stdout.write(line),
  onSignal: (stop) => {
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  },
})

async function run(): Promise<void> {
  const builtConsole = fileURLToPath(new URL('../console', import.meta.url))
  const options = parseOptions(process.argv.slice(2), environment, builtConsole)
  const workspace = await startWorkspace(options, { now, log })
  parent.onStop(() => {
    log('stopping')
    void workspace.stop().then(() => process.exit(0))
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
