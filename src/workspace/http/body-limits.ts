import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { consoleApiPrefix } from '../../contract/page-paths'
import { largestPicture, largestPictureInBase64 } from '../../contract/picture'
import { apiPrefix } from '../../contract/web-api'
import type { WorkspaceEnv } from './request-context'

/** Nothing that people send here is larger, but for pictures, and for files to import, whose route counts for itself as they come in. */
const largestBody = 64 * 1024

const importsPaths: ReadonlySet<string> = new Set([`${consoleApiPrefix}/imports`, `${apiPrefix}/imports`])
const picturePath = `${consoleApiPrefix}/company/picture`
const productsPath = `${consoleApiPrefix}/products`

/** Refuses bodies that are larger than their route needs. */
export function limitBodies(): MiddlewareHandler<WorkspaceEnv> {
  const limitMost = bodyLimit({ maxSize: largestBody, onError: (context) => context.body(null, 413) })
  const limitPictures = (maxSize: number) =>
    bodyLimit({ maxSize, onError: (context) => context.json({ error: 'too-large' }, 413) })
  const limitPicture = limitPictures(largestPicture)
  const limitProduct = limitPictures(largestPictureInBase64 + largestBody)
  return (context, next) => {
    // RFC 9112 §6.3: without either header there is no body. The library would wrap the request all the same, which a
    // DELETE of the HTTP adapter does not survive.
    const hasBody = ['content-length', 'transfer-encoding'].some((name) => context.req.header(name) !== undefined)
    const { method, path } = context.req
    if (!hasBody || (method === 'POST' && importsPaths.has(path))) return next()
    if (context.req.header('transfer-encoding') !== undefined) context.req.raw = trueRequest(context.req.raw)
    if (method === 'PUT' && path === picturePath) return limitPicture(context, next)
    const isProduct = path === productsPath || path.startsWith(`${productsPath}/`)
    return (isProduct ? limitProduct : limitMost)(context, next)
  }
}

/**
 * A body of unknown length is counted while it is read, and the library makes another request of it, which can't be made
 * of the HTTP adapter's: that is a request in looks alone.
 */
function trueRequest({ url, method, headers, body, signal }: Request): Request {
  const all: RequestInit & { duplex: 'half' } = { method, headers, body, signal, duplex: 'half' }
  return new Request(url, all)
}
