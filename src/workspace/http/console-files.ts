import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, resolve, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

const noncePlaceholder = '__CSP_NONCE__'

/** Names that carry a hash of their content, as Vite makes them: what they name never changes. */
const hashedName = /-[A-Za-z0-9_-]{8,}\.\w+$/

/** Codings that the build writes files in (RFC 9110 §8.4.1), the smallest first, and what those files end in. */
const endings = { br: '.br', gzip: '.gz' } as const
type Encoding = keyof typeof endings
export const encodings: readonly Encoding[] = ['br', 'gzip']

export interface ConsoleFile {
  readonly content: Uint8Array<ArrayBuffer>
  /** The same, compressed, where that stands beside it: the desktop application has no use for it. */
  readonly compressed: ReadonlyMap<Encoding, Uint8Array<ArrayBuffer>>
  /** Names the content. */
  readonly version: string
  readonly type: string
  readonly immutable: boolean
}

export interface ConsoleFiles {
  /** Finds a file by its path below `/console/`, or null. */
  find(path: string): Promise<ConsoleFile | null>
  /** The one HTML page of the console with its nonce filled in, or null when the console was not built. */
  page(nonce: string): Promise<string | null>
}

/**
 * Serves the console's built files. They are read whole with plain `readFile`, since the folder can lie inside an
 * application archive (asar), and kept, since they do not change while the workspace runs.
 *
 * @param folder Absolute path of the built console.
 */
export function consoleFiles(folder: string): ConsoleFiles {
  const kept = new Map<string, ConsoleFile>()

  async function find(path: string): Promise<ConsoleFile | null> {
    const place = placeOf(folder, path)
    const type = types[extname(path).toLowerCase()]
    if (place === null || type === undefined) return null
    const known = kept.get(place)
    if (known !== undefined) return known
    const content = await read(place)
    if (content === null) return null
    const version = createHash('sha256').update(content).digest('base64url').slice(0, 16)
    const file = { content, compressed: await readCompressed(place), version, type, immutable: hashedName.test(path) }
    kept.set(place, file)
    return file
  }

  return {
    // The page itself goes out by `page` alone, so that its placeholders never do.
    find: (path) => (extname(path).toLowerCase() === '.html' ? Promise.resolve(null) : find(path)),
    page: async (nonce) => {
      const file = await find('index.html')
      return file === null ? null : new TextDecoder().decode(file.content).replaceAll(noncePlaceholder, nonce)
    },
  }
}

async function read(place: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const content = await readFile(place).catch(() => null)
  return content === null ? null : new Uint8Array(content)
}

async function readCompressed(place: string): Promise<ReadonlyMap<Encoding, Uint8Array<ArrayBuffer>>> {
  const compressed = new Map<Encoding, Uint8Array<ArrayBuffer>>()
  for (const encoding of encodings) {
    const content = await read(place + endings[encoding])
    if (content !== null) compressed.set(encoding, content)
  }
  return compressed
}

/**
 * The place of a requested file, or null when it is not below the folder.
 *
 * @param path Decoded path as it was asked for.
 */
export function placeOf(folder: string, path: string): string | null {
  if (path === '' || path.includes('\0') || path.includes('\\') || path.includes(':')) return null
  if (path.split('/').some((part) => part === '' || part.startsWith('.'))) return null
  const place = resolve(join(folder, path))
  const way = relative(folder, place)
  return way === '' || way === '..' || way.startsWith(`..${sep}`) ? null : place
}
