import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/**
 * Unpacks an archive, with the files' modes.
 *
 * @param {string} archive
 * @param {string} into a folder, made if need be
 * @param {(entry: string) => string | undefined} place where an entry goes below that folder; nothing leaves it out
 */
export async function unzip(archive, into, place) {
  // Loaded here: this package is there only once the packages are installed.
  const { openPromise } = await import('yauzl')
  const zip = await openPromise(archive)
  try {
    for await (const entry of zip.eachEntry()) {
      const path = entry.fileName.endsWith('/') ? undefined : place(entry.fileName)
      if (path === undefined) continue
      const target = join(into, path)
      await mkdir(dirname(target), { recursive: true })
      const mode = (entry.externalFileAttributes >>> 16) & 0o777
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { mode: mode || 0o644 }))
    }
  } finally {
    zip.close()
  }
}
