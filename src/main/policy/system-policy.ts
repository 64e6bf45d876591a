import { runCommand } from '../secrets/run-command'
import type { Policy } from './parse'
import { readPolicy } from './read-policy'

/** Reads the policy of this computer; see `readPolicy`. */
export function readSystemPolicy(): Policy | Promise<Policy> {
  return readPolicy({ platform: process.platform, run: runCommand, windowsFolder: process.env['SystemRoot'] ?? 'C:\\Windows' })
}
