import { setUp } from './setup/setup.mjs'
import { runMain } from './setup/step.mjs'
import { show } from './run/child.mjs'
import { startDisplay } from './run/display.mjs'
import { onInterrupt } from './run/ending.mjs'

// Parley beside a blank window: `npm run bench`, `-- --rounds=15`, `-- --check` (fails over the budget); `-- --pages`
// measures how long a page change takes with thousands of meetings and people.
await runMain(async () => {
  const onLinux = process.platform === 'linux'
  onInterrupt(() => process.exit(130))
  await setUp('electron', onLinux ? 'test' : 'run', 'build')
  // A display of its own, so that nothing else is drawn there.
  const display = onLinux ? await startDisplay() : undefined
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, ...(display && { DISPLAY: display.name }) }
  delete env['WAYLAND_DISPLAY']
  try {
    // Node 20 has a web socket client behind this flag, later versions have it anyway.
    const what = process.argv.includes('--pages') ? 'bench/pages.mjs' : 'bench/run.mjs'
    return await show(process.execPath, ['--experimental-websocket', '--no-warnings', what, ...process.argv.slice(2)], { env })
  } finally {
    display?.stop()
  }
})
