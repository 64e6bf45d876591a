import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** A file that has come in whole. */
interface SpooledUpload {
  /** SHA-256 of its bytes, base64url. */
  readonly digest: string
  readonly file: AsyncIterable<Uint8Array>
}

/**
 * Takes a file in before anything is done with it, so that a database's transaction does not wait for a slow upload. It lies
 * on this instance's disk for its owner alone, as long as the work lasts.
 *
 * @param body Its bytes as they come in.
 * @param most Bytes that are taken in: who is told of more than are allowed needs one more than these.
 */
export async function withSpooledUpload<Result>(
  body: AsyncIterable<Uint8Array>,
  most: number,
  work: (upload: SpooledUpload) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-upload-'))
  try {
    const path = join(folder, 'file')
    const hash = createHash('sha256')
    let left = most
    await pipeline(
      body,
      async function* (pieces: AsyncIterable<Uint8Array>) {
        for await (const piece of pieces) {
          const taken = piece.subarray(0, left)
          left -= taken.length
          hash.update(taken)
          yield taken
          if (left === 0) return
        }
      },
      createWriteStream(path, { mode: 0o600 }),
    )
    return await work({ digest: hash.digest('base64url'), file: createReadStream(path) })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
