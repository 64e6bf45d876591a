import type { z } from 'zod'

/** Writes where a page of a list ended. It is opaque to callers and holds nothing that they were not shown. */
export function writeCursor(key: unknown): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** Reads where the page before ended; null when it is not one of ours. */
export function readCursor<S extends z.ZodType>(text: string, schema: S): z.output<S> | null {
  const parsed = schema.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')))
  return parsed.success ? parsed.data : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
