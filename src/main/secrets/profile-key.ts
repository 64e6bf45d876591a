import { createHash } from 'node:crypto'

/**
 * Names an account's entry in the keychain, so that two profiles of one person, and two accounts of one profile, never
 * overwrite each other.
 *
 * @param workspaceKind Where the account lives: `this-computer`, `self-hosted`, `teamviewer`.
 * @param userDataFolder Absolute path of the profile's folder.
 * @param account The account's key, or null for the single one of older versions.
 * @returns A name such as `this-computer-3f9c0a…`, which tells nothing of the path.
 */
export function profileKey(workspaceKind: string, userDataFolder: string, account: string | null): string {
  const hash = createHash('sha256').update(userDataFolder, 'utf8').digest('hex').slice(0, 32)
  return account === null ? `${workspaceKind}-${hash}` : `${workspaceKind}-${hash}-${account}`
}
