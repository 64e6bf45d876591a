import type { Handler } from 'hono'
import { accepts } from 'hono/accepts'
import type { ConsoleFile, ConsoleFiles } from './console-files'
import { encodings } from './console-files'
import type { WorkspaceEnv } from './request-context'

/**
 * Answers with one of the console's files, in the smallest form that the browser takes (RFC 9110 §12.5.3), or with
 * nothing where the browser has it already. Ranges are not offered: the files are small.
 *
 * Files of the build alone are compressed. The API's answers are not: they hold links that are as good as a password next
 * to names that strangers choose, and the length of a compressed answer tells of both (BREACH).
 */
export function consoleFileRoute(files: ConsoleFiles): Handler<WorkspaceEnv> {
  return async (context) => {
    const path = decodePath(new URL(context.req.url).pathname.slice('/console/'.length))
    const file = path === null ? null : await files.find(path)
    if (file === null) return context.notFound()
    const encoding = accepts(context, {
      header: 'Accept-Encoding',
      supports: [...encodings],
      default: 'identity',
      // The smallest one that is taken at all: browsers name all that they know, in any order.
      match: (taken, { supports, default: none }) =>
        supports.find((one) => taken.some(({ type, q }) => type.toLowerCase() === one && q > 0)) ?? none,
    })
    const { content, name } = formOf(file, encoding)
    const tag = name === null ? `"${file.version}"` : `"${file.version}-${name}"`
    const headers = {
      etag: tag,
      'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(file.compressed.size === 0 ? {} : { vary: 'Accept-Encoding' }),
    }
    if (isKnown(context.req.header('if-none-match'), tag)) return context.body(null, 304, headers)
    return context.body(content, 200, {
      ...headers,
      'content-type': file.type,
      'content-length': String(content.length),
      ...(name === null ? {} : { 'content-encoding': name }),
    })
  }
}

function formOf({ content, compressed }: ConsoleFile, encoding: string) {
  const name = encodings.find((one) => one === encoding) ?? null
  const found = name === null ? undefined : compressed.get(name)
  return found === undefined ? { content, name: null } : { content: found, name }
}

/** Whether the browser holds just this (RFC 9110 §13.1.2, compared weakly). */
function isKnown(header: string | undefined, tag: string): boolean {
  return (header ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
