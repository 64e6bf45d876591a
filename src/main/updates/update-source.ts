import { readUrl } from '../../contract/read-url'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** Where releases come from, as the package says. */
export interface UpdateSource {
  /** Folder of the releases. */
  address: string
  /** Whoever releases Parley signs with the other half of this key; see `release-signature.ts`. */
  key: string
}

const packageSchema = z.object({ updateKey: z.string().min(1) })

/**
 * Reads the source of updates of this package.
 *
 * @param resources Absolute path of the packaged program's resources, where electron-builder writes the address.
 * @param program Absolute path of the program's own files, with the key.
 * @returns Null where the package names none, or one that is not reached securely.
 */
export async function readUpdateSource(resources: string, program: string): Promise<UpdateSource | null> {
  try {
    const { updateKey } = packageSchema.parse(JSON.parse(await readFile(join(program, 'package.json'), 'utf8')))
    const address = addressIn(await readFile(join(resources, 'app-update.yml'), 'utf8'))
    return address === null ? null : { address, key: updateKey }
  } catch {
    // No such file: the program was not installed from a package of a release.
    return null
  }
}

/** The address in electron-builder's file; `https:`, or on this computer itself. */
export function addressIn(text: string): string | null {
  const address = /^url: *['"]?([^'"\s]+)['"]? *$/m.exec(text)?.[1]
  const url = address === undefined ? null : readUrl(address)
  if (address === undefined || url === null) return null
  const { protocol, hostname } = url
  return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1') ? address : null
}
