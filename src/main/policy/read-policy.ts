import type { RunCommand } from '../secrets/secret-service'
import { readManagedPreferences } from './managed-preferences'
import { emptyPolicy, type Policy } from './parse'
import { readPolicyFile } from './policy-file'
import { parseRegistry, policyKey } from './registry'

/** Where the policy stands on Linux. */
const linuxPolicyFile = '/etc/parley/policy.json'

/** How long a program of the system may take, in milliseconds. */
const patience = 5_000

interface PolicyEffects {
  platform: NodeJS.Platform
  run: RunCommand
  /** Absolute path of Windows' own folder. */
  windowsFolder: string
}

/**
 * Reads the administrator's policy of this computer: a file on Linux, the registry on Windows, managed preferences on
 * macOS.
 *
 * @returns The policy at once on Linux, so that the first paint follows it.
 */
export function readPolicy({ platform, run, windowsFolder }: PolicyEffects): Policy | Promise<Policy> {
  if (platform === 'linux') return readPolicyFile(linuxPolicyFile, 0)
  if (platform === 'win32') return readRegistry(run, windowsFolder)
  if (platform === 'darwin') return readManagedPreferences()
  return emptyPolicy
}

async function readRegistry(run: RunCommand, windowsFolder: string): Promise<Policy> {
  // By its whole path, so that no other program of that name is run.
  const result = await run(`${windowsFolder}\\System32\\reg.exe`, ['query', policyKey, '/s'], patience)
  // It fails where there is no such key, which is where there is no policy.
  return parseRegistry(result.outcome === 'ended' && result.status === 0 ? result.output : null)
}
