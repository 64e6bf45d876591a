import type { Accounts } from './accounts/accounts'
import type { Log } from './log/log'
import type { ValueFile } from './settings/store'
import type { UpdatesDesk } from './updates/updates-desk'
import type { WatchedWorkspace } from './workspace/watch'

/** What is to end before the program does. */
interface EndingParts {
  meetings: { close: () => Promise<void> }
  accounts: Pick<Accounts, 'stop' | 'isStuck'>
  workspace: Pick<WatchedWorkspace, 'stop'>
  /** Files of settings: what waits for them is written as they are opened. */
  files: readonly Pick<ValueFile<unknown>, 'open'>[]
  updates: Pick<UpdatesDesk, 'atTheEnd'>
  log: Pick<Log, 'note' | 'error' | 'close'>
  /** Ends the process at once. */
  kill: () => void
}

/** Makes what ends everything, in order. What fails is noted, and keeps nothing else from its end. */
export function endings({ meetings, accounts, workspace, files, updates, log, kill }: EndingParts): () => Promise<void> {
  const end = async (what: string, work: () => unknown): Promise<void> => {
    try {
      await work()
    } catch (error) {
      log.error(`end of ${what}`, error)
    }
  }
  return async () => {
    await end('meetings', () => meetings.close())
    await end('accounts', () => accounts.stop())
    await Promise.all([end('workspace', () => workspace.stop()), ...files.map((file) => end('settings', () => file.open()))])
    log.note('ended')
    await end('log', () => log.close())
    await end('updates', () => updates.atTheEnd())
    // A thread that hangs in an unanswered keychain prompt would keep the process for ever.
    if (accounts.isStuck()) kill()
  }
}
