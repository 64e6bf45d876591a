import type { ClientRequest, ClientRequestConstructorOptions, IncomingMessage, Session } from 'electron'
import type { ProxyCredentials } from './proxy-sign-in'

/** The part of the proxies' sign-in that a request needs. */
interface SignsInAtProxies {
  credentials(proxy: string, refused: ProxyCredentials | null): Promise<ProxyCredentials | null>
  accepted(proxy: string, credentials: ProxyCredentials): Promise<void>
}

interface SessionFetchOptions {
  /** Electron's `net.request`. */
  request: (options: ClientRequestConstructorOptions) => ClientRequest
  /** The session to use, once its proxy and authorities are set. */
  ready: () => Promise<Session>
  proxies: SignsInAtProxies
}

/** What Chromium calls a proxy that wants to know who asks, as in its `net_error_list.h`. */
const proxyAuthRequested = 'net::ERR_PROXY_AUTH_REQUESTED'

/** Statuses whose answers have no body (Fetch §2.2.3). */
const withoutBody = new Set([101, 103, 204, 205, 304])

/**
 * Makes a `fetch` that goes through Electron's network stack. Electron's own `net.fetch` can neither sign in at a proxy
 * nor show a redirect to who asked for none to be followed. Cookies are neither sent nor kept.
 */
export function sessionFetch({ request: open, ready, proxies }: SessionFetchOptions): typeof globalThis.fetch {
  return async (input, init) => {
    const asked = new Request(input, init)
    asked.signal.throwIfAborted()
    const body = asked.body === null ? null : Buffer.from(await asked.arrayBuffer())
    const session = await ready()
    return new Promise<Response>((resolve, reject) => {
      // Without `credentials`, signing in at proxies and client certificates work, and cookies stay out.
      const request = open({ method: asked.method, url: asked.url, redirect: asked.redirect, cache: 'no-store', session })
      const fail = (error: Error): void => reject(new TypeError('fetch failed', { cause: error }))
      const abort = (): void => {
        request.abort()
        reject(reasonOf(asked.signal))
      }
      asked.signal.addEventListener('abort', abort, { once: true })
      asked.headers.forEach((value, name) => request.setHeader(name, value))

      let sent: { proxy: string; credentials: ProxyCredentials } | null = null
      request.on('login', ({ isProxy, host, port }, callback) => {
        // A server that wants a name and a password itself is none that Parley speaks to.
        if (!isProxy) return callback()
        const proxy = `${host}:${String(port)}`
        proxies.credentials(proxy, sent?.credentials ?? null).then(
          (credentials) => {
            if (credentials === null) return callback()
            sent = { proxy, credentials }
            callback(credentials.username, credentials.password)
          },
          () => callback(),
        )
      })
      request.on('redirect', (status, _method, address) => {
        if (asked.redirect !== 'manual') return
        resolve(new Response(null, { status, headers: { location: address } }))
      })
      request.on('response', (response) => {
        if (response.statusCode === 407) {
          request.abort()
          return fail(new Error(proxyAuthRequested))
        }
        if (sent !== null) proxies.accepted(sent.proxy, sent.credentials).catch(() => undefined)
        resolve(answerOf(response, asked.signal))
      })
      request.on('error', fail)
      request.end(body ?? undefined)
    })
  }
}

function answerOf(message: IncomingMessage, signal: AbortSignal): Response {
  const headers = new Headers()
  for (const [name, values] of Object.entries(message.headers)) {
    for (const value of typeof values === 'string' ? [values] : values) headers.append(name, value)
  }
  const status = message.statusCode
  if (withoutBody.has(status)) return new Response(null, { status, headers })
  let isOver = false
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const end = (finish: () => void) => (): void => {
        if (isOver) return
        isOver = true
        finish()
      }
      message.on('data', (chunk) => {
        if (!isOver) controller.enqueue(chunk)
      })
      message.on('end', end(() => controller.close()))
      const breakOff = (error: Error): void => end(() => controller.error(error))()
      message.on('error', () => breakOff(new TypeError('terminated', { cause: new Error('net::ERR_INCOMPLETE_CHUNKED_ENCODING') })))
      message.on('aborted', () => breakOff(new TypeError('terminated', { cause: new Error('net::ERR_EMPTY_RESPONSE') })))
      signal.addEventListener('abort', () => breakOff(reasonOf(signal)), { once: true })
    },
    // Whoever wants no more of it: what still comes is let go.
    cancel: () => {
      isOver = true
    },
  })
  return new Response(stream, { status, headers })
}

function reasonOf(signal: AbortSignal): Error {
  const reason: unknown = signal.reason
  return reason instanceof Error ? reason : new Error('aborted')
}
