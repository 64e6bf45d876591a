import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writeWhole } from '../disk/write-whole'
import { desktopEntry, quotedArgument, type StartCommand } from './desktop-entry'

interface StartAtLoginEffects {
  platform: NodeJS.Platform
  command: StartCommand
  /** The name of the entry's picture; see `desktopEntry`. */
  icon: string
  /** Absolute path of the entry in the autostart folder; on Linux alone (Desktop Application Autostart Specification). */
  entryPath: string
  /** Tells Windows or macOS. */
  setLoginItem: (openAtLogin: boolean, parameters: readonly string[]) => void
}

/** The argument that starts Parley without its window. */
export const hiddenArgument = '--hidden'

/**
 * Makes Parley start at login, hidden, or not. What is right already is left alone, and so is an entry that was switched off in
 * the desktop's own settings: whoever wants it again switches it on there, or off and on here.
 *
 * @throws When the disk refuses.
 */
export async function startAtLogin(wanted: boolean, effects: StartAtLoginEffects): Promise<void> {
  const { platform, command, icon, entryPath, setLoginItem } = effects
  if (platform !== 'linux') return setLoginItem(wanted, [...command.slice(1), hiddenArgument])
  const present = await readFile(entryPath, 'utf8').catch(() => null)
  if (!wanted) {
    if (present !== null) await rm(entryPath, { force: true })
    return
  }
  const entry = autostartEntry(command, icon)
  if (present === entry || (present !== null && isSwitchedOff(present))) return
  await mkdir(dirname(entryPath), { recursive: true, mode: 0o700 })
  await writeWhole(entryPath, new TextEncoder().encode(entry))
}

/** How desktops switch an entry off that they don't remove: the specification's own key, and GNOME's. */
function isSwitchedOff(entry: string): boolean {
  return /^(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/im.test(entry)
}

/** The autostart folder's entry. */
function autostartEntry(command: StartCommand, icon: string): string {
  const exec = [...command, hiddenArgument].map(quotedArgument).join(' ')
  return desktopEntry(command, exec, icon, ['X-GNOME-Autostart-enabled=true'])
}
