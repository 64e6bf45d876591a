import type { PolicyProblem } from '../../contract/policy'
import { isGroup } from '../settings/merge'
import { emptyPolicy, parsePolicy, type Policy } from './parse'
import { readTrustedFile } from './policy-file'

/**
 * Where macOS keeps what device management has set for Parley on this computer. The folders beside it, of single people, are left out
 * as their `~/Library/Preferences` is: whoever installs a profile for the own account writes there without being administrator.
 */
const managedPreferencesFile = '/Library/Managed Preferences/app.parley.Parley.plist'

interface Place {
  /** Absolute path; `managedPreferencesFile`, other than in tests. */
  path?: string
  /** User id of the administrator: 0, other than in tests. */
  owner?: number
  /** Folder that is trusted as it is; see `readTrustedFile`. */
  trusted?: string
}

/** Reads the policy in macOS' managed preferences: a property list, binary or XML, that only root can have written. */
export async function readManagedPreferences({ path = managedPreferencesFile, owner = 0, trusted }: Place = {}): Promise<Policy> {
  const refused = (problem: PolicyProblem['problem']): Policy => ({ values: new Map(), problems: [{ entry: null, problem, source: path }] })
  const read = readTrustedFile(path, owner, trusted)
  if (read.outcome === 'none') return emptyPolicy
  if (read.outcome === 'refused') return refused(read.problem)
  const value = await parsePropertyList(read.bytes)
  if (!isGroup(value)) return refused('not-readable')
  // What a profile says of itself (`PayloadUUID` and its like) is no entry.
  return parsePolicy(Object.fromEntries(Object.entries(value).filter(([name]) => !/^Payload[A-Z]/.test(name))), path)
}

/** Gives a property list's value; null for what is none: whoever made the profile mends it. */
async function parsePropertyList(bytes: Buffer): Promise<unknown> {
  const { parse } = await import('plist')
  const isBinary = bytes.subarray(0, 6).toString('latin1') === 'bplist'
  try {
    return parse(isBinary ? new Uint8Array(bytes) : bytes.toString())
  } catch {
    return null
  }
}
