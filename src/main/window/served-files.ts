import { join, normalize, sep } from 'node:path'

/**
 * Finds the file that an address under `app://parley` stands for.
 *
 * @param folder Absolute path of the folder that is served.
 * @param pathname The address's path, as the URL parser gives it (still percent-encoded).
 * @returns Absolute path of a file inside the folder, or null when the path leads out of it or can't be decoded.
 */
export function fileForPath(folder: string, pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null
  const root = normalize(folder + sep)
  const file = normalize(join(root, decoded === '/' ? 'index.html' : decoded))
  return file.startsWith(root) && file !== root ? file : null
}

/**
 * The Content-Security-Policy of the client's pages (CSP Level 3).
 *
 * @param nonce Base64 text, fresh for each page, that allows the theme's own style elements.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "worker-src 'none'",
  ].join('; ')
}
