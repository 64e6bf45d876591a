import type { Context } from 'hono'
import type { ConsoleEnv } from './read-request'
import { ConsoleRefusal } from './refusal'

/**
 * Answers with a picture that the workspace has drawn, at an address that changes with the picture.
 *
 * @param content A PNG file, or null for none.
 */
export function showPicture(context: Context<ConsoleEnv>, content: Uint8Array<ArrayBuffer> | null): Response {
  if (content === null) throw new ConsoleRefusal('not-found')
  return context.body(content, 200, {
    'content-type': 'image/png',
    'cache-control': 'private, max-age=31536000, immutable',
  })
}
