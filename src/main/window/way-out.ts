import { shell } from 'electron'
import type { HelpTopic } from '../../contract/channels'
import { helpAddress } from '../help-addresses'
import { checkOutsideAddress } from './outside'

interface WayOutOptions {
  /** Address of the workspace on this computer, or null while it has none. */
  workspaceAddress: () => string | null
  /** Address of the shown account's workspace, where it is another one. */
  accountAddress: () => string | null
  log: (what: string, error: unknown) => void
}

/** The one way by which something is opened outside of Parley. */
interface WayOut {
  /** Opens an address that main has made; rejects with one that must not be opened. */
  open: (address: string) => Promise<void>
  openHelp: (topic: HelpTopic) => void
}

/** Makes the way out. */
export function wayOut({ workspaceAddress, accountAddress, log }: WayOutOptions): WayOut {
  const open = async (address: string): Promise<void> => {
    const checked = checkOutsideAddress(address, [workspaceAddress(), accountAddress()])
    if (checked === null) throw new Error('An address that must not be opened')
    await shell.openExternal(checked)
  }
  return {
    open,
    openHelp: (topic) => {
      const address = helpAddress(topic, workspaceAddress())
      if (address !== null) open(address).catch((error: unknown) => log(`help ${topic}`, error))
    },
  }
}
