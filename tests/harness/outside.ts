import { once } from 'node:events'
import { createServer } from 'node:http'

/** Stands for anywhere outside. */
interface Outside {
  origin: string
  /** Paths of those who got through to it. */
  visits: string[]
  stop: () => void
}

/**
 * Starts a server that notes whoever gets through to it.
 *
 * @param page HTML of its first page.
 */
export async function startOutside(page = 'outside'): Promise<Outside> {
  const visits: string[] = []
  const server = createServer((request, response) => {
    visits.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*').setHeader('content-type', 'text/html')
    response.end(request.url === '/' ? page : 'outside')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { origin: `http://127.0.0.1:${String(port)}`, visits, stop: () => server.close() }
}
