import type { ServerResponse } from 'node:http'

const mebibyte = Buffer.alloc(1_048_576, 32)

/** Answers with 50 MB, as fast as they are read, and stops when nobody reads on. @returns How many megabytes were sent by now. */
export function answerAtLength(response: ServerResponse): () => number {
  let sent = 0
  response.writeHead(200, { 'content-type': 'application/json' })
  const more = (): void => {
    while (sent < 50 && !response.destroyed) {
      sent += 1
      if (!response.write(mebibyte)) return void response.once('drain', more)
    }
    response.end()
  }
  more()
  return () => sent
}
