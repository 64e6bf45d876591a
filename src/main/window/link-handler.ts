import type { LinkStatus } from '../../contract/links'
import type { RunCommand } from '../secrets/secret-service'
import { desktopId } from './desktop-entry'
import type { OwnEntry } from './own-entry'

/** Parley's place in the system's table of who opens which links. */
export interface LinkHandler {
  status(): Promise<LinkStatus>
  /** Makes Parley the program that opens `parley:` links, and tells what came of it. */
  take(): Promise<LinkStatus>
  /** At the start: takes the links where nobody has them, and follows a program that was moved. Another program keeps them. */
  settle(): Promise<void>
}

/** How the system is asked, and told. */
export interface LinkTable {
  status(): Promise<LinkStatus>
  /** @throws When the system refuses. */
  take(): Promise<void>
  /** Whether what Parley wrote before is not what it would write now. */
  isStale(): Promise<boolean>
}

/** Makes the handler of links over a system's table. */
export function linkHandler({ status, take, isStale }: LinkTable): LinkHandler {
  return {
    status,
    take: async () => {
      await take()
      return status()
    },
    settle: async () => {
      const present = await status()
      if (present === 'none' || (present === 'ours' && (await isStale()))) await take()
    },
  }
}

interface LinuxLinksOptions {
  run: RunCommand
  /** The person's own entry; a package installs one for everybody instead. */
  entry: OwnEntry
}

const mimeType = 'x-scheme-handler/parley'
const entryName = `${desktopId}.desktop`
const patience = 5_000

/** Linux: desktop entries, and `xdg-mime` for which of them counts (Association between MIME types and applications). */
export function linuxLinks({ run, entry }: LinuxLinksOptions): LinkTable {
  return {
    status: async () => {
      const result = await run('xdg-mime', ['query', 'default', mimeType], patience)
      if (result.outcome !== 'ended') return 'unknown'
      const name = result.output.trim()
      return name === '' ? 'none' : name === entryName ? 'ours' : 'other'
    },
    take: async () => {
      await entry.put()
      const result = await run('xdg-mime', ['default', entryName, mimeType], patience)
      if (result.outcome !== 'ended' || result.status !== 0) throw new Error('xdg-mime refused')
    },
    isStale: entry.isStale,
  }
}
