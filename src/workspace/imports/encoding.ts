import type { encodings } from '../../contract/imports'

export type Encoding = (typeof encodings)[number]

/**
 * Finds out in what encoding a text file is written, while its bytes go by: UTF-16 by its byte order mark, UTF-8 where
 * every byte fits it, and else Windows-1252, which spreadsheets write in Western Europe. `not-text` holds a NUL byte.
 */
export function encodingDetector() {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let found: Encoding | 'not-text' | null = null
  let isUtf8 = true

  function fitsUtf8(bytes: Uint8Array, stream: boolean): boolean {
    try {
      decoder.decode(bytes, { stream })
      return true
    } catch {
      return false
    }
  }

  return {
    /** Takes the next bytes; the first ones at least two. */
    add: (bytes: Uint8Array, isFirst: boolean): void => {
      if (isFirst && bytes[0] === 0xff && bytes[1] === 0xfe) found = 'utf-16le'
      if (isFirst && bytes[0] === 0xfe && bytes[1] === 0xff) found = 'utf-16be'
      if (found !== null) return
      if (bytes.includes(0)) found = 'not-text'
      else if (isUtf8) isUtf8 = fitsUtf8(bytes, true)
    },
    /** Says what it was, after the last bytes. */
    end: (): Encoding | 'not-text' => {
      if (found !== null) return found
      return isUtf8 && fitsUtf8(new Uint8Array(), false) ? 'utf-8' : 'windows-1252'
    },
  }
}
