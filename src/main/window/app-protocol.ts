import { net, protocol } from 'electron'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { appOrigin, appScheme } from './app-origin'
import { contentSecurityPolicy, fileForPath } from './served-files'

/** Must run before `app` is ready. `codeCache` keeps V8's compiled code of the pages between runs. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
}

interface ServeOptions {
  /** Absolute path of the built pages. */
  folder: string
  /** Address of the development server to forward to, or null in every build that is shipped. */
  devServer: string | null
}

/** Serves the client's pages under `app://parley`, from one folder and nowhere else. */
export function serveApp({ folder, devServer }: ServeOptions): void {
  protocol.handle(appScheme, async (request) => {
    const url = new URL(request.url)
    if (`${url.protocol}//${url.host}` !== appOrigin || request.method !== 'GET') return refusal(404)
    if (devServer !== null) return forward(devServer, url)
    const file = fileForPath(folder, url.pathname)
    const mediaType = file === null ? undefined : mediaTypes[extname(file)]
    if (file === null || mediaType === undefined) return refusal(404)
    try {
      return answer(await readFile(file), mediaType)
    } catch {
      // A page that is not there is an ordinary answer, whatever the file system's reason.
      return refusal(404)
    }
  })
}

function answer(content: Buffer, mediaType: string): Response {
  const headers = new Headers({ 'content-type': mediaType, 'x-content-type-options': 'nosniff' })
  if (!mediaType.startsWith('text/html')) return new Response(new Uint8Array(content), { headers })
  const nonce = randomBytes(16).toString('base64')
  headers.set('content-security-policy', contentSecurityPolicy(nonce))
  headers.set('cache-control', 'no-store')
  return new Response(content.toString('utf8').replaceAll('__CSP_NONCE__', nonce), { headers })
}

function refusal(status: number): Response {
  return new Response('', { status, headers: { 'content-security-policy': "default-src 'none'" } })
}

async function forward(devServer: string, url: URL): Promise<Response> {
  return net.fetch(new URL(url.pathname + url.search, devServer).href)
}
