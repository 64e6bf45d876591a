import type { z } from 'zod'
import { ApiRefusal } from './api-error'

/** Writes where a page ended. It is opaque to callers and holds nothing that they were not shown. */
export function writeContinuation(key: unknown): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/**
 * Reads where the page before ended.
 *
 * @throws {ApiRefusal} `invalid_request` when it is not one of ours.
 */
export function readContinuation<S extends z.ZodType>(token: string, schema: S): z.output<S> {
  const parsed = schema.safeParse(parseJson(Buffer.from(token, 'base64url').toString('utf8')))
  if (!parsed.success) throw new ApiRefusal('invalid_request', 'The continuation token is not valid')
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
