import type { Parley } from './parley'
import { childrenOf, signal } from './processes'

/** The embedded workspace's process. */
export interface WorkspaceProcess {
  pid: number
  /** It stays, and keeps its port, but answers nobody. */
  freeze: () => void
  thaw: () => void
  kill: () => void
}

/**
 * Finds the embedded workspace: it is the application's only Node.js utility process.
 *
 * @returns Its process; `pid` is 0 while there is none.
 */
export function workspaceProcess({ electron }: Pick<Parley, 'electron'>): WorkspaceProcess {
  const found = childrenOf(electron.process().pid ?? 0).find(({ commandLine }) =>
    commandLine.includes('--utility-sub-type=node.mojom.NodeService'),
  )
  const pid = found?.pid ?? 0
  const send = (name: NodeJS.Signals) => () => {
    if (pid === 0) throw new Error('The workspace does not run')
    signal(pid, name)
  }
  return { pid, freeze: send('SIGSTOP'), thaw: send('SIGCONT'), kill: send('SIGKILL') }
}
