/**
 * Reads an address (WHATWG URL Standard, "URL parsing").
 *
 * `URL.canParse` is no way to ask first: in Node 20, once it was called some thousand times, it says no to whatever has a letter such as `ü`.
 *
 * @param base What an address without a scheme is under.
 * @returns Null for a text that is none.
 */
export function readUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}
