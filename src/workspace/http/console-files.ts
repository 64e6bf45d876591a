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

interface ConsoleFile {
  readonly content: Uint8Array<ArrayBuffer>
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
    const content = await readFile(place).catch(() => null)
    if (content === null) return null
    const file = { content: new Uint8Array(content), type, immutable: hashedName.test(path) }
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
