import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { largestPicture, mostPictureSide } from '../../contract/picture'

/** What a PNG file begins with (PNG §5.2). */
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export interface Picture {
  readonly content: Uint8Array
  /** Names the content. */
  readonly version: string
}

/**
 * Draws an uploaded picture anew: what comes out is a PNG file of the workspace's own making that holds nothing but
 * pixels, whatever else was in the one that came in. The console's page sends such files; others are refused.
 *
 * Everything is looked at before it is unpacked, so that a small file can't become a large one.
 *
 * @returns `too-large` where it has more than `largestPicture` bytes.
 */
export async function redrawPicture(file: Uint8Array): Promise<Picture | 'not-a-picture' | 'too-large'> {
  if (file.length > largestPicture) return 'too-large'
  const plain = onlyPixels(Buffer.from(file))
  if (plain === null) return 'not-a-picture'
  const { decode, encode } = await import('fast-png')
  try {
    const { width, height, depth, channels, data } = decode(plain, { checkCrc: true })
    const content = encode({ width, height, depth, channels, data })
    return { content, version: createHash('sha256').update(content).digest('hex').slice(0, 16) }
  } catch {
    return 'not-a-picture'
  }
}

/**
 * The chunks of a PNG file that say what it looks like, without texts, profiles and animations; or null where it is not
 * of 8 bits with three or four channels, is too wide or high, or holds more pixels than it says.
 */
function onlyPixels(file: Buffer): Buffer | null {
  if (!file.subarray(0, 8).equals(signature)) return null
  const chunks = readChunks(file)
  const [head] = chunks
  const header = head?.type === 'IHDR' && head.data.length === 13 ? head.data : null
  if (header === null) return null
  const [width, height, depth, color, interlaced] = [
    header.readUInt32BE(0),
    header.readUInt32BE(4),
    header[8],
    header[9],
    header[12],
  ]
  const channels = color === 6 ? 4 : color === 2 ? 3 : null
  if (channels === null || depth !== 8 || interlaced !== 0) return null
  if (width === 0 || height === 0 || width > mostPictureSide || height > mostPictureSide) return null
  const pixels = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)
  const unpacked = height * (1 + width * channels)
  try {
    if (inflateSync(Buffer.concat(pixels), { maxOutputLength: unpacked }).length !== unpacked) return null
  } catch {
    return null
  }
  const kept = chunks.filter(({ type }) => type === 'IHDR' || type === 'IDAT' || type === 'IEND')
  return Buffer.concat([signature, ...kept.map(({ whole }) => whole)])
}

interface Chunk {
  readonly type: string
  readonly data: Buffer
  /** With its length, type and check sum. */
  readonly whole: Buffer
}

/** A PNG file's chunks up to its end (PNG §5.3); those that are cut off are left out. */
function readChunks(file: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  let at = signature.length
  while (at + 12 <= file.length) {
    const length = file.readUInt32BE(at)
    const end = at + 12 + length
    if (end > file.length) break
    const type = file.toString('latin1', at + 4, at + 8)
    chunks.push({ type, data: file.subarray(at + 8, at + 8 + length), whole: file.subarray(at, end) })
    if (type === 'IEND') break
    at = end
  }
  return chunks
}
