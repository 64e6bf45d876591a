import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { LinkStatus } from '../../contract/links'
import { writeWhole } from '../disk/write-whole'
import type { RunCommand } from '../secrets/secret-service'
import { desktopId, linkEntry, type StartCommand } from './desktop-entry'

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
  /** Whether what this program wrote into the table before leads elsewhere by now. */
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
  command: StartCommand
  /** Absolute path of the person's own entry; null where a package has installed one for everybody. */
  entryPath: string | null
}

const mimeType = 'x-scheme-handler/parley'
const entryName = `${desktopId}.desktop`
const patience = 5_000

/** Linux: desktop entries, and `xdg-mime` for which of them counts (Association between MIME types and applications). */
export function linuxLinks({ run, command, entryPath }: LinuxLinksOptions): LinkTable {
  const entry = linkEntry(command)
  return {
    status: async () => {
      const result = await run('xdg-mime', ['query', 'default', mimeType], patience)
      if (result.outcome !== 'ended') return 'unknown'
      const name = result.output.trim()
      return name === '' ? 'none' : name === entryName ? 'ours' : 'other'
    },
    take: async () => {
      if (entryPath !== null) {
        await mkdir(dirname(entryPath), { recursive: true })
        await writeWhole(entryPath, new TextEncoder().encode(entry))
      }
      const result = await run('xdg-mime', ['default', entryName, mimeType], patience)
      if (result.outcome !== 'ended' || result.status !== 0) throw new Error('xdg-mime refused')
    },
    isStale: async () => {
      const present = entryPath === null ? null : await readFile(entryPath, 'utf8').catch(() => null)
      return present !== null && present !== entry
    },
  }
}
