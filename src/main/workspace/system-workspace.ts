import { utilityProcess } from 'electron'
import { join } from 'node:path'
import type { WorkspaceStatus } from '../../contract/app-state'
import type { Log } from '../log/log'
import type { MemoryFile } from '../settings/memory'
import { startsWithParley } from './parley/starts-with-parley'
import { forkWorkspace } from './utility-process'
import { watchWorkspace, type WatchedWorkspace } from './watch'

interface SystemWorkspaceOptions {
  /** Absolute path of main's built files. */
  output: string
  /** Absolute path of the user-data folder. */
  folder: string
  /** Fills it with a sample company, where it is empty. */
  sample: boolean
  memory: MemoryFile
  log: Log
  now: () => number
  setTimer: (run: () => void, milliseconds: number) => () => void
  onStatus: (status: WorkspaceStatus) => void
}

export interface SystemWorkspace extends WatchedWorkspace {
  /** Starts it where it belongs to Parley's start. */
  startWithParley(): void
}

/** The workspace on this computer, in a process of Electron's. It is not started yet. */
export function openSystemWorkspace({ output, folder, sample, memory, log, ...effects }: SystemWorkspaceOptions): SystemWorkspace {
  const isPrinted = process.env['PARLEY_PRINT_ADDRESS'] === '1'
  const watched = watchWorkspace({
    ...effects,
    fork: forkWorkspace(
      {
        fork: (modulePath, parameters, options) => utilityProcess.fork(modulePath, parameters, options),
        modulePath: join(output, 'workspace.js'),
        dataFolder: join(folder, 'workspace'),
        consoleFolder: join(output, '../console'),
        sample,
        onLine: (line) => {
          log.line('workspace', line)
          if (process.env['PARLEY_LOG'] === '1') process.stderr.write(`${line}\n`)
        },
        onSampleAdministrator: ({ email, password }) =>
          say(`Sample company's administrator, made now and shown once: ${email} / ${password}`),
      },
      (pid, signal) => process.kill(pid, signal),
    ),
    port: { get: () => memory.read().workspacePort, set: (workspacePort) => memory.change({ workspacePort }) },
    onStatus: (status) => {
      log.note('workspace', { state: status.state })
      if (status.state === 'ready' && isPrinted) say(`Parley workspace: ${status.address}`)
      effects.onStatus(status)
    },
  })
  return {
    ...watched,
    startWithParley: () => {
      if (sample || isPrinted || startsWithParley(memory.read())) watched.start()
    },
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
