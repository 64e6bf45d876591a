import { basename } from 'node:path'
import { capture } from '../run/child.mjs'

/**
 * Runs npm, the same one that runs this script where there is one, with its own settings (registry, proxy, log-in).
 *
 * @param {string[]} args
 * @returns {Promise<import('../run/child.mjs').Result>}
 */
export function npm(args) {
  const itself = process.env['npm_execpath'] ?? ''
  if (basename(itself) === 'npm-cli.js') return capture(process.execPath, [itself, ...args])
  // On Windows npm is a command file, which only a shell can start.
  return capture('npm', args, { shell: process.platform === 'win32' })
}
