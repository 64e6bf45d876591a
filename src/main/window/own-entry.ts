import { mkdir, readFile, rm, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeWhole } from '../disk/write-whole'
import { desktopId, linkEntry, type StartCommand } from './desktop-entry'

/** The person's own entry that opens links with Parley, and the pictures that it names. */
export interface OwnEntry {
  /** Whether what Parley wrote before is not what it would write now. */
  isStale(): Promise<boolean>
  /** Writes both, or takes them away where they are not needed. @throws When the disk refuses. */
  put(): Promise<void>
}

interface OwnEntryOptions {
  command: StartCommand
  /** Absolute path of the folder for what programs keep for the person (XDG Base Directory Specification, `XDG_DATA_HOME`). */
  dataFolder: string
  /** Whether a package brings entry and pictures for everybody. The person's own would hide them, even once their program is gone. */
  isForEverybody: boolean
  /** The picture of a size, as PNG. */
  picture: (size: PictureSize) => Promise<Uint8Array>
  now: () => Date
}

/** Pixels, both ways: what lists of programs show, and what others are made of. */
const sizes = [48, 256] as const
export type PictureSize = (typeof sizes)[number]

/** Makes the entry's place in the person's folders; nothing is written before `put`. */
export function ownEntry({ command, dataFolder, isForEverybody, picture, now }: OwnEntryOptions): OwnEntry {
  const path = join(dataFolder, `applications/${desktopId}.desktop`)
  const theme = join(dataFolder, 'icons/hicolor')
  const wanted = linkEntry(command)
  const present = (): Promise<string | null> => readFile(path, 'utf8').catch(() => null)
  const placeOf = (size: PictureSize): string => join(theme, `${String(size)}x${String(size)}/apps/${desktopId}.png`)

  const write = async (): Promise<void> => {
    for (const size of sizes) await writeInto(placeOf(size), await picture(size))
    // Desktops that keep a list of a theme's pictures look at this alone to see that it is old.
    await utimes(theme, now(), now())
    // Last: where the entry is right, its pictures are there.
    await writeInto(path, new TextEncoder().encode(wanted))
  }
  const remove = async (): Promise<void> => {
    for (const each of [path, ...sizes.map(placeOf)]) await rm(each, { force: true })
  }
  return {
    isStale: async () => {
      const text = await present()
      return text !== null && (isForEverybody ? isOfParley(text, wanted) : text !== wanted)
    },
    put: async () => {
      if (!isForEverybody) return write()
      const text = await present()
      if (text !== null && isOfParley(text, wanted)) await remove()
    },
  }
}

async function writeInto(path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeWhole(path, content)
}

/** Whether Parley wrote it: people may have put an entry of the same name there to change the package's. */
function isOfParley(entry: string, wanted: string): boolean {
  const withoutPlaces = (text: string): string => text.replaceAll(/^(?:Exec|TryExec|Icon)=.*\n/gm, '')
  return withoutPlaces(entry) === withoutPlaces(wanted)
}
