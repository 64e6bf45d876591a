import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Searches every file of a folder, byte by byte, for secrets in the forms in which programs write text: UTF-8, UTF-16,
 * base64 at each of its three alignments, hexadecimal, and percent-encoded.
 *
 * @returns What was found where, for a person to read.
 */
export async function findSecret(folder: string, secrets: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  if (files.length < 5) throw new Error(`There is nothing to search in ${folder}`)
  const found: string[] = []
  for (const file of files) {
    const content = await readFile(file)
    for (const secret of secrets) {
      for (const [form, bytes] of formsOf(secret)) if (content.includes(bytes)) found.push(`${file}: ${form}`)
    }
  }
  return found
}

/** The forms of one secret, by name. */
function formsOf(secret: string): [string, Buffer][] {
  return [
    ['UTF-8', Buffer.from(secret, 'utf8')],
    ['UTF-16', Buffer.from(secret, 'utf16le')],
    ['hexadecimal', Buffer.from(Buffer.from(secret).toString('hex'))],
    ['percent-encoded', Buffer.from(encodeURIComponent(secret))],
    ...[0, 1, 2].map((shift): [string, Buffer] => [`base64, ${String(shift)} bytes in`, base64Within(secret, shift)]),
  ]
}

/** What base64 of any text with the secret in it contains, where the secret begins `shift` bytes after a group's start. */
function base64Within(secret: string, shift: number): Buffer {
  const encoded = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret)]).toString('base64').replace(/=+$/, '')
  const first = shift === 0 ? 0 : shift + 1
  const last = encoded.length - ((shift + secret.length) % 3 === 0 ? 0 : 1)
  return Buffer.from(encoded.slice(first, last))
}
