import type { UtilityProcess } from 'electron'
import { createInterface } from 'node:readline'
import { readSampleAdministrator } from './messages'
import type { WorkspaceProcess } from './watch'

export interface WorkspaceLaunch {
  /** Electron's `utilityProcess.fork`. */
  fork: (modulePath: string, parameters: string[], options: { serviceName: string; stdio: 'pipe' }) => UtilityProcess
  /** Absolute path of the workspace's bundle. */
  modulePath: string
  /** Absolute path of the folder for database and key. */
  dataFolder: string
  /** Absolute path of the console's built pages. */
  consoleFolder: string
  /** Fills an empty database with sample data. */
  sample: boolean
  /** Hears each line that the workspace writes to its outputs: its log. */
  onLine: (line: string) => void
  /** Hears, once, who may sign in to a workspace that was just filled with sample data. */
  onSampleAdministrator: (credentials: { email: string; password: string }) => void
}

/**
 * Gives the command line of the embedded workspace. It listens on the literal loopback address and nowhere else.
 *
 * @param port Wanted port, 0 for any.
 */
export function workspaceParameters(launch: Pick<WorkspaceLaunch, 'dataFolder' | 'consoleFolder' | 'sample'>, port: number): string[] {
  return [
    '--host=127.0.0.1',
    `--port=${String(port)}`,
    `--data=${launch.dataFolder}`,
    `--console=${launch.consoleFolder}`,
    ...(launch.sample ? ['--sample'] : []),
  ]
}

/**
 * Makes the function that starts the workspace as a utility process of Electron.
 *
 * @param kill Ends a process by its id; `process.kill`. Electron's own `kill` only asks (SIGTERM).
 */
export function forkWorkspace(
  launch: WorkspaceLaunch,
  kill: (pid: number, signal: 'SIGKILL') => void,
): (options: { port: number }) => WorkspaceProcess {
  return ({ port }) => {
    const child = launch.fork(launch.modulePath, workspaceParameters(launch, port), {
      serviceName: 'Parley Workspace',
      stdio: 'pipe',
    })
    for (const input of [child.stdout, child.stderr]) {
      // Whole lines: a secret that came in two pieces would not be known as one.
      if (input !== null) createInterface({ input }).on('line', launch.onLine)
    }
    child.on('message', (message: unknown) => {
      const administrator = readSampleAdministrator(message)
      if (administrator !== null) launch.onSampleAdministrator(administrator)
    })
    return {
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', () => listener()),
      send: (message) => child.postMessage(message),
      kill: () => {
        if (child.pid === undefined) return void child.kill()
        try {
          kill(child.pid, 'SIGKILL')
        } catch {
          // It has ended in the meantime.
        }
      },
    }
  }
}
