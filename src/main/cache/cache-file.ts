import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { writeWhole } from '../disk/write-whole'

/** A file that may be lost at any time without harm: what a workspace answered last. */
export interface CacheFile<T> {
  /** What it holds; null when it is not there, damaged, or of another version's form. */
  read(): Promise<T | null>
  /** Writes it whole, readable by its owner alone. Of several that wait, the last one counts. Never rejects. */
  write(value: T): Promise<void>
}

/**
 * Makes the file. Unlike settings, it is written without keeping main waiting, since it may hold thousands of entries, and
 * one that can't be read is no loss.
 *
 * @param path Absolute path; its folder is made when it is needed.
 * @param log Hears of a disk that refuses.
 */
export function cacheFile<T>(path: string, schema: z.ZodType<T>, log: (what: string, error: unknown) => void): CacheFile<T> {
  let next: { value: T } | null = null
  let writing: Promise<void> | null = null

  const writeAll = async (): Promise<void> => {
    while (next !== null) {
      const { value } = next
      next = null
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await writeWhole(path, new TextEncoder().encode(JSON.stringify(value)))
      } catch (error) {
        log('cache', error)
      }
    }
  }

  return {
    read: async () => {
      try {
        const parsed = schema.safeParse(JSON.parse(await readFile(path, 'utf8')))
        return parsed.success ? parsed.data : null
      } catch {
        // Not there yet, or cut off: it is fetched anew.
        return null
      }
    },
    write: (value) => {
      next = { value }
      writing ??= writeAll().finally(() => (writing = null))
      return writing
    },
  }
}

/** Removes a folder of such files, with all that is in it. */
export async function removeCache(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
}
