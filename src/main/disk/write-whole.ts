import { randomBytes } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'

/**
 * Writes a file whole or not at all, readable by its owner alone: beside its place first, then moved there.
 *
 * @param path Absolute path; what is there is replaced.
 * @throws When the disk refuses; nothing is left behind then.
 */
export async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const beside = `${path}.${randomBytes(4).toString('hex')}.part`
  try {
    await writeFile(beside, content, { flag: 'wx', mode: 0o600 })
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}
