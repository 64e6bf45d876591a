import { writeFile, type Fields } from '../csv/write-row'

const encoder = new TextEncoder()

/** Pieces of text as a body that is made as fast as it is read, and no faster. */
function stream(pieces: AsyncIterator<string, unknown>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next()
      if (done === true) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => {
      await pieces.return?.()
    },
  })
}

/** An answer of a CSV file (RFC 4180) that the browser saves, page by page. */
export function csvFile(name: string, pieces: AsyncGenerator<string>): Response {
  return csvAnswer(name, stream(pieces))
}

function csvAnswer(name: string, body: BodyInit): Response {
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}

/** An answer of a short CSV file, which is at hand as a whole. */
export function shortCsvFile(name: string, head: readonly string[], rows: readonly Fields[]): Response {
  return csvAnswer(name, writeFile(head, rows))
}

async function* asEvents(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const value of values) yield value === null ? ': still here\n\n' : `data: ${JSON.stringify(value)}\n\n`
}

/** An answer of server-sent events (WHATWG HTML, 9.2), one for each value; null is a comment that keeps it open. */
export function eventStream(values: AsyncIterable<unknown>): Response {
  return new Response(stream(asEvents(values)), {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      // Proxies that collect answers would hold the events back.
      'x-accel-buffering': 'no',
    },
  })
}
