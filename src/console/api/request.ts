import type { z } from 'zod'
import { consoleRequestHeader } from '../../contract/console-api'
import { type Answer, fetchJson, forgetAhead, takeAhead } from './ahead'
import { noAnswer, readRefusal, RequestFailed } from './failure'

interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Sent as JSON, a file as it is. */
  body?: unknown
  signal?: AbortSignal
}

/**
 * Asks the workspace that serves this page; what was asked ahead is taken.
 *
 * @param path A path of the same origin.
 * @throws RequestFailed, as `noAnswer` makes it, when no answer comes.
 */
export async function ask(path: string, { method = 'GET', body, signal }: RequestOptions = {}): Promise<Answer> {
  const headers = new Headers()
  if (method !== 'GET') headers.set(consoleRequestHeader, '1')
  if (body !== undefined) headers.set('content-type', body instanceof Blob ? body.type || 'text/csv' : 'application/json')
  try {
    // After a change, what was asked before it is old.
    if (method !== 'GET') forgetAhead()
    const ahead = method === 'GET' ? takeAhead(path) : null
    return await (ahead ??
      fetchJson(path, {
        method,
        headers,
        ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
      }))
  } catch (cause) {
    // A request that was given up is no failure; whoever gave it up knows.
    if (signal?.aborted === true) throw cause
    throw noAnswer()
  }
}

/**
 * Asks the console's API and checks the answer.
 *
 * @param schema What the contract says that comes back.
 * @throws RequestFailed
 */
export async function request<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  options: RequestOptions = {},
): Promise<z.infer<Schema>> {
  const answer = await ask(path, options)
  if (!answer.ok) throw new RequestFailed(readRefusal(answer.body, answer.headers))
  const parsed = schema.safeParse(answer.body)
  if (!parsed.success) throw new RequestFailed({ kind: 'unexpected' })
  return parsed.data
}

/**
 * Asks the console's API for something that is answered without a body.
 *
 * @throws RequestFailed
 */
export async function requestNothing(path: string, options: RequestOptions = {}): Promise<void> {
  const answer = await ask(path, options)
  if (!answer.ok) throw new RequestFailed(readRefusal(answer.body, answer.headers))
}
