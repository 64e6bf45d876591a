import type { z } from 'zod'
import { readCursor } from '../http/cursor'
import { ApiRefusal } from './api-error'

/**
 * Reads where the page before ended.
 *
 * @throws {ApiRefusal} `invalid_request` when it is not one of ours.
 */
export function readContinuation<S extends z.ZodType>(token: string, schema: S): z.output<S> {
  const key = readCursor(token, schema)
  if (key === null) throw new ApiRefusal('invalid_request', 'The continuation token is not valid')
  return key
}
