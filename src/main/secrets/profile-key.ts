import { createHash } from 'node:crypto'

/**
 * Names a profile's entry in the keychain, so that two profiles of one person never overwrite each other.
 *
 * @param workspaceKind Where the account lives: `this-computer`, `self-hosted`, `teamviewer`.
 * @param userDataFolder Absolute path of the profile's folder.
 * @returns A name such as `this-computer-3f9c0a…`, which tells nothing of the path.
 */
export function profileKey(workspaceKind: string, userDataFolder: string): string {
  const hash = createHash('sha256').update(userDataFolder, 'utf8').digest('hex').slice(0, 32)
  return `${workspaceKind}-${hash}`
}
