import { setUp } from './setup/setup.mjs'
import { runMain, say } from './setup/step.mjs'
import { spawn } from 'node:child_process'
import { sandboxArguments } from './run/app.mjs'
import { hasDisplay, startDisplay } from './run/display.mjs'
import { end, onInterrupt } from './run/ending.mjs'
import { forgetBuild } from './setup/build.mjs'
import { findElectron } from './setup/electron.mjs'
import { repository } from './setup/places.mjs'

const bundler = 'node_modules/electron-vite/bin/electron-vite.js'
const consolePages = ['node_modules/vite/bin/vite.js', 'build', '-c', 'vite.console.config.ts', '--watch', '--logLevel', 'warn']

// Rebuilds and reloads while one writes: pages in place, main and preload by a restart, the console's pages by a reload.
await runMain(async () => {
  await setUp('electron', 'run', 'build')
  await forgetBuild()
  const display = hasDisplay() ? undefined : await startDisplay()
  if (display) say(`There is no display here; Parley opens on a virtual one (${display.name}). Ctrl-C ends it.`)
  const env = {
    ...process.env,
    ELECTRON_EXEC_PATH: findElectron().path,
    ...(display && { DISPLAY: display.name, PARLEY_PRINT_ADDRESS: '1' }),
  }
  const appArguments = [...sandboxArguments(), ...process.argv.slice(2)]
  // A process group of its own, as in start.mjs: each program is asked to end once.
  const detached = process.platform !== 'win32'
  /** @type {import('node:child_process').SpawnOptions} */
  const options = { cwd: repository, env, detached, stdio: ['ignore', 'inherit', 'inherit'] }
  const app = spawn(process.execPath, [bundler, 'dev', '--watch', '--', ...appArguments], options)
  const pages = spawn(process.execPath, consolePages, options)
  let interrupted = false
  onInterrupt(() => {
    interrupted = true
    void end(app)
  })
  /** @type {number} */
  const status = await new Promise((resolve) => app.on('close', (code) => resolve(code ?? 1)))
  await end(pages)
  display?.stop()
  return interrupted ? 0 : status
})
