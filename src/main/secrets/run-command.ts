import { execFile } from 'node:child_process'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { CommandResult, RunCommand } from './secret-service'

/** Runs a command of the system without a shell; its output is cut at 64 kB, its run time at `limit` milliseconds. */
export const runCommand: RunCommand = (command, parameters, limit) =>
  new Promise<CommandResult>((resolve) => {
    // The C locale keeps what is parsed in English; everything else (the bus's address) is the person's own.
    const env = { ...process.env, LC_ALL: 'C' }
    const options = { timeout: limit, killSignal: 'SIGKILL', maxBuffer: 65_536, env, windowsHide: true } as const
    execFile(command, parameters, options, (error, output) => {
      if (error === null) resolve({ outcome: 'ended', status: 0, output })
      else if (error.code === 'ENOENT' || error.code === 'EACCES') resolve({ outcome: 'absent' })
      else if (error.killed === true) resolve({ outcome: 'too-slow' })
      else resolve({ outcome: 'ended', status: typeof error.code === 'number' ? error.code : 1, output })
    })
  })

/**
 * Tells whether this login has a D-Bus session (D-Bus specification, "Well-known Message Bus Instances").
 *
 * @param environment The process's environment.
 */
export async function hasSessionBus(environment: Readonly<Record<string, string | undefined>>): Promise<boolean> {
  if ((environment['DBUS_SESSION_BUS_ADDRESS'] ?? '') !== '') return true
  const folder = environment['XDG_RUNTIME_DIR']
  if (folder === undefined || folder === '') return false
  return access(join(folder, 'bus')).then(
    () => true,
    () => false,
  )
}
