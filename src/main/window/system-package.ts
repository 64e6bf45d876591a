import { readFileSync } from 'node:fs'
import { desktopId } from './desktop-entry'

/** Where packages of the system alone put something; whoever unpacks an archive, even under /opt, has no entry there. */
const entryForEverybody = `/usr/share/applications/${desktopId}.desktop`

/**
 * The name of Parley's picture in the desktop's themes: the packages' own, or, where Parley has put one there for the person alone, the id, which no
 * other program has. The parameters are those of `isSystemPackage`.
 */
export function pictureName(executable: string, entry = entryForEverybody): string {
  return isSystemPackage(executable, entry) ? 'parley' : desktopId
}

/**
 * Whether a program was installed by the system's own packages, a deb or rpm: the entry that these bring for everybody starts it.
 *
 * @param executable Absolute path of the running program.
 * @param entry Absolute path of that entry; another one in tests.
 */
export function isSystemPackage(executable: string, entry = entryForEverybody): boolean {
  try {
    const [, quoted, plain] = /^Exec=(?:"([^"]*)"|(\S+))/m.exec(readFileSync(entry, 'utf8')) ?? []
    return (quoted ?? plain) === executable
  } catch {
    return false
  }
}
