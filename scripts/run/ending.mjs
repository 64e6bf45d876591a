import { setTimeout as wait } from 'node:timers/promises'

const patience = 5_000

/**
 * Ends a program: asks, and after five seconds insists.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', () => resolve(true)))
  child.kill('SIGTERM')
  if (await Promise.race([gone, wait(patience, false, { ref: false })])) return
  child.kill('SIGKILL')
  await gone
}

/**
 * Calls back at the first Ctrl-C, SIGTERM or closed terminal; this process goes on until the caller lets it end.
 * @param {() => void} callback
 */
export function onInterrupt(callback) {
  let called = false
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (!called) callback()
      called = true
    })
  }
}
