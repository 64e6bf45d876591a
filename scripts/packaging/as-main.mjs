import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Runs a module that is the program itself, not one that another has imported. @param {string} url @param {() => void} work */
export function runAsMain(url, work) {
  if (process.argv[1] === undefined || realpathSync(process.argv[1]) !== fileURLToPath(url)) return
  try {
    work()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  }
}
