import { createServer, type ServerResponse } from 'node:http'
import type { Language } from '../../contract/languages'
import { loopbackRedirectPath } from '../../contract/web-api'
import { browserPageHtml, pageHeaders } from './browser-page'
import { endingWords, type SignInEnding } from './browser-page-words'
import { endingPath, readLoopbackRequest } from './loopback-request'

/** The listener of one attempt to sign in. */
export interface LoopbackListener {
  /** `http://127.0.0.1:PORT/signed-in` */
  redirectUri: string
  /** Stops listening and drops every connection at once. */
  close(): void
}

export interface LoopbackOptions {
  /** The attempt's `state`. */
  state: string
  /** Port to listen on; 0 lets the system choose (RFC 8252 §7.3). */
  port: number
  /** Takes the one answer of this attempt; its result is what the browser's last page says. */
  onAnswer: (parameters: URLSearchParams) => Promise<SignInEnding>
  /** The last page was sent; the listener is not needed any more. */
  onEndingShown: () => void
  /** The language of the pages, asked when one is shown. */
  language: () => Language
  /** A fresh nonce for a page's policy. */
  nonce: () => string
}

/**
 * Listens for the answer to one sign-in on a port of 127.0.0.1.
 *
 * The browser's way: `/signed-in?code=…` is held until the sign-in has ended, then redirected (303) to `/done`, so that
 * no page stays open or in the history with the answer in its address.
 *
 * @throws When no port can be listened on.
 */
export function openLoopbackListener(options: LoopbackOptions): Promise<LoopbackListener> {
  let ending: Promise<SignInEnding> | undefined

  const sendPage = (response: ServerResponse, status: number, what: SignInEnding | 'not-ours', readsFragment = false) => {
    const nonce = options.nonce()
    const language = options.language()
    response.writeHead(status, pageHeaders(nonce))
    response.end(browserPageHtml({ language, ...endingWords(language, what), readsFragment }, nonce))
  }

  const sendNothing = (response: ServerResponse, status: number, headers: Record<string, string> = {}) => {
    response.writeHead(status, { 'cache-control': 'no-store', connection: 'close', ...headers })
    response.end()
  }

  const answer = async (target: { method: string; target: string; host: string | undefined }, response: ServerResponse) => {
    const decision = readLoopbackRequest(target, port(), options.state)
    switch (decision.kind) {
      case 'answer':
        // A browser that sends its answer twice (reload, prefetch) waits for what came of the first one.
        ending ??= options.onAnswer(decision.parameters)
        await ending
        return sendNothing(response, 303, { location: endingPath, 'referrer-policy': 'no-referrer' })
      case 'fragment-page':
        return sendPage(response, 200, 'not-ours', true)
      case 'ending-page':
        if (ending === undefined) return sendNothing(response, 404)
        response.once('finish', options.onEndingShown)
        return sendPage(response, 200, await ending)
      case 'not-ours':
        return sendPage(response, 400, 'not-ours')
      case 'not-found':
        return sendNothing(response, 404)
      case 'wrong-method':
        return sendNothing(response, 405, { allow: 'GET' })
      case 'wrong-host':
        return sendNothing(response, 421)
    }
  }

  const server = createServer({ headersTimeout: 10_000, requestTimeout: 10_000 }, (request, response) => {
    const target = { method: request.method ?? '', target: request.url ?? '', host: request.headers.host }
    answer(target, response).catch(() => response.destroy())
  })
  server.maxConnections = 32

  const port = (): number => {
    const address = server.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  }

  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: options.port, exclusive: true }, () => {
      resolve({
        redirectUri: `http://127.0.0.1:${String(port())}${loopbackRedirectPath}`,
        close: () => {
          server.close()
          server.closeAllConnections()
        },
      })
    })
  })
}
