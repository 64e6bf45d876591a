import { randomBytes } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** What a disk that takes no more says (errno(3)): it is full, or the person's share of it is used up. */
const full = z.object({ code: z.enum(['ENOSPC', 'EDQUOT']) })

/**
 * Finds out by trying whether a folder takes files: what the system says of its rights leaves out full disks, used-up quotas and drives of
 * a network. Nothing of the trial is left.
 *
 * @param folder Absolute path.
 */
export async function tryFolder(folder: string): Promise<'writable' | 'full' | 'refused'> {
  const path = join(folder, `.trial-${randomBytes(4).toString('hex')}`)
  try {
    await writeFile(path, new Uint8Array(4_096), { flag: 'wx', mode: 0o600 })
    return 'writable'
  } catch (error) {
    return full.safeParse(error).success ? 'full' : 'refused'
  } finally {
    await rm(path, { force: true }).catch(() => undefined)
  }
}
