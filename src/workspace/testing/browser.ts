import { request } from 'node:http'

/** A browser as far as the workspace sees one: cookies, redirects followed by hand, the headers that browsers send. */
export interface Browser {
  /**
   * Opens an address and follows redirects within the workspace; gives the last answer, or the redirect that leads
   * away.
   */
  open(address: string): Promise<{ response: Response; location: URL }>
  /** Sends a request as a page of the workspace would. */
  send(method: string, address: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  cookies(): ReadonlyMap<string, string>
}

export function createBrowser(): Browser {
  const jar = new Map<string, string>()

  async function send(
    method: string,
    address: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<Response> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await exchange(method, address, { ...headers, ...(cookie === '' ? {} : { cookie }) }, body)
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';')
      const at = pair.indexOf('=')
      const name = pair.slice(0, at).trim()
      if (attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))) jar.delete(name)
      else jar.set(name, pair.slice(at + 1))
    }
    return response
  }

  return {
    open: async (address) => {
      let location = new URL(address)
      for (let turn = 0; turn < 5; turn += 1) {
        const response = await send('GET', location.href, { accept: 'text/html', 'sec-fetch-mode': 'navigate' })
        const next = response.headers.get('location')
        if (next === null) return { response, location }
        const from = location
        location = new URL(next, from)
        if (location.origin !== from.origin) return { response, location }
      }
      throw new Error('Too many redirects')
    },
    send: (method, address, body, headers = {}) =>
      send(
        method,
        address,
        {
          accept: 'application/json',
          'x-parley-console': '1',
          'sec-fetch-site': 'same-origin',
          'sec-fetch-mode': 'cors',
          origin: new URL(address).origin,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body === undefined ? undefined : JSON.stringify(body),
      ),
    cookies: () => jar,
  }
}

/**
 * One request with exactly these headers; `fetch` sets some of a browser's own (`sec-fetch-mode`) and would not let
 * them be chosen.
 */
export function exchange(
  method: string,
  address: string,
  headers: Record<string, string>,
  body?: string,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method, headers, agent: false }, (answer) => {
      const received: Buffer[] = []
      answer.on('data', (part: Buffer) => received.push(part))
      answer.on('error', reject)
      answer.on('end', () => {
        const status = answer.statusCode ?? 500
        const response = new Response(status === 204 || status === 304 ? null : Buffer.concat(received), { status })
        for (const [name, values] of Object.entries(answer.headersDistinct)) {
          for (const value of values ?? []) response.headers.append(name, value)
        }
        resolve(response)
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
