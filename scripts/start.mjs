import { setUp } from './setup/setup.mjs'
import { runMain, say } from './setup/step.mjs'
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { appCommand } from './run/app.mjs'
import { hasDisplay, startDisplay } from './run/display.mjs'
import { end, onInterrupt } from './run/ending.mjs'
import { endWords, startWords } from './run/start-words.mjs'

// What Chromium says a dozen times over where there is no message bus and no graphics card; it does without them.
const aboutMissingDesktop = /:ERROR:(dbus\/)?(bus|viz_main_impl)\.cc/

await runMain(async () => {
  await setUp('electron', 'run', 'build')
  const own = process.argv.slice(2)
  const { program, args } = appCommand(own)
  const display = hasDisplay() ? null : await startDisplay()
  const words = startWords(own, display?.name ?? null, process.platform)
  if (words !== null) say(words)
  if (display === null) return run(program, args, {})
  try {
    return await run(program, args, { DISPLAY: display.name, PARLEY_PRINT_ADDRESS: '1' })
  } finally {
    display.stop()
  }
})

/**
 * Runs the app to its end, which Ctrl-C brings on.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} extra
 * @returns {Promise<number>} exit status
 */
function run(program, args, extra) {
  return new Promise((resolve, reject) => {
    const app = spawn(program, args, {
      env: { ...process.env, ...extra },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own: Ctrl-C reaches this launcher alone, which then asks the app to end, once.
      detached: process.platform !== 'win32',
    })
    let interrupted = false
    onInterrupt(() => {
      interrupted = true
      void end(app)
    })
    createInterface({ input: app.stdout }).on('line', (line) => {
      say(line)
      const address = /^Parley workspace: (http:\/\/\S+)$/.exec(line)?.[1]
      if (address) say(`Management Console: ${address}/nav/users/company`)
    })
    createInterface({ input: app.stderr }).on('line', (line) => {
      if (!aboutMissingDesktop.test(line)) process.stderr.write(`${line}\n`)
    })
    app.on('error', reject)
    app.on('close', (code, signal) => {
      const words = interrupted ? null : endWords(code, signal)
      if (words !== null) process.stderr.write(`${words}\n`)
      resolve(interrupted ? 0 : (code ?? 1))
    })
  })
}
