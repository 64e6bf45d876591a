import type { PolicyProblem } from '../../contract/policy'
import type { RunCommand } from '../secrets/secret-service'
import { isGroup } from '../settings/merge'
import { emptyPolicy, parsePolicy, type Policy } from './parse'
import { readTrustedText } from './policy-file'
import { parsePlist } from './plist'

/**
 * Where macOS keeps what device management has set for Parley on this computer. The folders beside it, of single people, are left out
 * as their `~/Library/Preferences` is: whoever installs a profile for the own account writes there without being administrator.
 */
const managedPreferencesFile = '/Library/Managed Preferences/app.parley.Parley.plist'

/** How long `plutil` may take, in milliseconds. */
const patience = 5_000

interface Place {
  run: RunCommand
  /** Absolute path; `managedPreferencesFile`, other than in tests. */
  path?: string
  /** User id of the administrator: 0, other than in tests. */
  owner?: number
  /** Folder that is trusted as it is; see `readTrustedText`. */
  trusted?: string
}

/** Reads the policy in macOS' managed preferences: a property list that only root can have written. */
export async function readManagedPreferences({ run, path = managedPreferencesFile, owner = 0, trusted }: Place): Promise<Policy> {
  const refused = (problem: PolicyProblem['problem']): Policy => ({ values: new Map(), problems: [{ entry: null, problem, source: path }] })
  const read = readTrustedText(path, owner, trusted)
  if (read.outcome === 'none') return emptyPolicy
  if (read.outcome === 'refused') return refused(read.problem)
  // The file is binary mostly.
  const result = await run('/usr/bin/plutil', ['-convert', 'xml1', '-o', '-', path], patience)
  if (result.outcome !== 'ended' || result.status !== 0) return refused('not-readable')
  return parseManagedPreferences(result.output, path)
}

/** Reads the list's text. What a profile says of itself (`PayloadUUID` and its like) is no entry. */
function parseManagedPreferences(text: string, source: string): Policy {
  try {
    const value = parsePlist(text)
    if (isGroup(value)) return parsePolicy(Object.fromEntries(Object.entries(value).filter(([name]) => !/^Payload[A-Z]/.test(name))), source)
  } catch {
    // Said below: whoever made the profile mends it.
  }
  return { values: new Map(), problems: [{ entry: null, problem: 'not-readable', source }] }
}
