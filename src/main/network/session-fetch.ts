import type { ClientRequest, ClientRequestConstructorOptions, IncomingMessage, Session } from 'electron'
import type { ProxyCredentials } from './proxy-sign-in'
import type { ShowsCertificates } from './show-certificate'

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
  certificates: ShowsCertificates<Session>
}

/** What Chromium calls a proxy that wants to know who asks, as in its `net_error_list.h`. */
const proxyAuthRequested = 'net::ERR_PROXY_AUTH_REQUESTED'

/** What Chromium says when a server wants a certificate and nobody was asked for one. */
const certificateNeeded = 'net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED'

/** What it says when the server, or Chromium itself, could do nothing with the certificate that was shown. */
export const clientAuthFailed = /ERR_(BAD_)?SSL_CLIENT_AUTH_(?!CERT_NEEDED)/

/** Statuses whose answers have no body (Fetch §2.2.3). */
const withoutBody = new Set([101, 103, 204, 205, 304])

/**
 * Makes a `fetch` that goes through Electron's network stack. Electron's own `net.fetch` can neither sign in at a proxy
 * nor show a redirect to who asked for none to be followed. Cookies are neither sent nor kept. While a person
 * chooses a certificate, the request fails: whoever made it is told later that it may work now.
 */
export function sessionFetch({ request: open, ready, proxies, certificates }: SessionFetchOptions): typeof globalThis.fetch {
  return async (input, init) => {
    const asked = new Request(input, init)
    asked.signal.throwIfAborted()
    const body = asked.body === null ? null : Buffer.from(await asked.arrayBuffer())
    const session = await ready()
    // It may have been given up meanwhile, and is told of once.
    asked.signal.throwIfAborted()
    return new Promise<Response>((resolve, reject) => {
      let request: ClientRequest | null = null
      let isOver = false
      const end = (): void => {
        isOver = true
        hearNoMore()
      }
      const fail = (error: Error): void => {
        end()
        reject(new TypeError('fetch failed', { cause: error }))
      }
      const hearNoMore = certificates.whenAsked(asked.url, () => {
        request?.abort()
        fail(new Error(certificateNeeded))
      })
      asked.signal.addEventListener(
        'abort',
        () => {
          request?.abort()
          end()
          reject(reasonOf(asked.signal))
        },
        { once: true },
      )

      const send = (hasShown: boolean): void => {
        // Without `credentials`, signing in at proxies and client certificates work, and cookies stay out.
        request = open({ method: asked.method, url: asked.url, redirect: asked.redirect, cache: 'no-store', session })
        asked.headers.forEach((value, name) => request?.setHeader(name, value))
        const answered = signInAtProxies(request, proxies)
        request.on('redirect', (status, _method, address) => {
          if (asked.redirect !== 'manual') return
          end()
          resolve(new Response(null, { status, headers: { location: address } }))
        })
        request.on('response', (response) => {
          if (response.statusCode === 407) {
            request?.abort()
            return fail(new Error(proxyAuthRequested))
          }
          answered()
          end()
          resolve(answerOf(response, asked.signal, () => request?.abort()))
        })
        request.on('error', (error) => {
          if (isOver) return
          if (clientAuthFailed.test(error.message)) certificates.refused(asked.url)
          if (hasShown || !error.message.includes(certificateNeeded)) return fail(error)
          certificates.show(session, asked.url).then(
            (isShown) => {
              if (isOver) return
              if (isShown) send(true)
              else fail(error)
            },
            () => fail(error),
          )
        })
        request.end(body ?? undefined)
      }
      send(false)
    })
  }
}

/** Has a request tell proxies what they want to know. @returns What is to be called once it has got through. */
function signInAtProxies(request: ClientRequest, proxies: SignsInAtProxies): () => void {
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
  return () => {
    if (sent !== null) proxies.accepted(sent.proxy, sent.credentials).catch(() => undefined)
  }
}

/** @param stop Ends what still comes: who wants no more of an answer may have been given one without an end. */
function answerOf(message: IncomingMessage, signal: AbortSignal, stop: () => void): Response {
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
    cancel: () => {
      isOver = true
      stop()
    },
  })
  return new Response(stream, { status, headers })
}

function reasonOf(signal: AbortSignal): Error {
  const reason: unknown = signal.reason
  return reason instanceof Error ? reason : new Error('aborted')
}
