import { z } from 'zod'
import {
  apiAccountSchema,
  apiCompanyLicencesSchema,
  apiCompanySchema,
  apiPrefix,
  type ApiAccount,
} from '../../contract/web-api'
import { readLimited } from './read-limited'
import { parseRetryAfter } from './retry-after'

/** Why a request had no answer that can be used. */
export type ApiProblem =
  | 'offline' // no connection, or no answer in time
  | 'expired' // the access token is not good (401)
  | 'forbidden' // the account may not do this (403)
  | 'workspace-error' // the workspace is in trouble, or asked to wait
  | 'bad-answer' // not what the API says

export type ApiAnswer<T> = { outcome: 'done'; value: T } | { outcome: 'failed'; problem: ApiProblem }

/** The workspace's API, as far as the client speaks it. Failures are values. */
export interface ApiClient {
  account(accessToken: string): Promise<ApiAnswer<ApiAccount>>
  company(accessToken: string): Promise<ApiAnswer<z.infer<typeof apiCompanySchema>>>
  companyLicences(accessToken: string): Promise<ApiAnswer<z.infer<typeof apiCompanyLicencesSchema>>>
}

export interface ApiClientEffects {
  /** The workspace's address, or null while it is not up. */
  address: () => string | null
  fetch: typeof globalThis.fetch
  /** Milliseconds since the epoch. */
  now: () => number
}

/** Milliseconds until a request counts as lost; people wait for the panel that long. */
const timeout = 4_000

/** Bytes of the longest answer that is read. */
const longestAnswer = 1_048_576

/** The API's errors that arrive with another status than their own. */
const errorSchema = z.object({ error: z.string() })

const failed = (problem: ApiProblem): { outcome: 'failed'; problem: ApiProblem } => ({ outcome: 'failed', problem })

function problemOfStatus(status: number, body: string): ApiProblem {
  if (status === 401) return 'expired'
  if (status === 403) return 'forbidden'
  if (status === 400) {
    const error = errorSchema.safeParse(parseJson(body))
    if (error.success && ['invalid_token', 'token_expired'].includes(error.data.error)) return 'expired'
  }
  return status === 429 || status >= 500 ? 'workspace-error' : 'bad-answer'
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Makes the client. While the workspace asks to wait (`Retry-After`), requests are answered without being sent. */
export function openApiClient(effects: ApiClientEffects): ApiClient {
  let notBefore = 0

  const get = async <T>(path: string, schema: z.ZodType<T>, accessToken: string): Promise<ApiAnswer<T>> => {
    const address = effects.address()
    if (address === null) return failed('offline')
    if (effects.now() < notBefore) return failed('workspace-error')
    let response: Response
    let body: string | null
    try {
      response = await effects.fetch(new URL(apiPrefix + path, address), {
        headers: { accept: 'application/json', authorization: `Bearer ${accessToken}` },
        // The token goes to the workspace and nowhere else.
        redirect: 'manual',
        cache: 'no-store',
        credentials: 'omit',
        signal: AbortSignal.timeout(timeout),
      })
      body = await readLimited(response, longestAnswer)
    } catch {
      return failed('offline')
    }
    notBefore = parseRetryAfter(response.headers.get('retry-after'), effects.now()) ?? 0
    if (body === null) return failed('bad-answer')
    if (!response.ok) return failed(problemOfStatus(response.status, body))
    const parsed = schema.safeParse(parseJson(body))
    return parsed.success ? { outcome: 'done', value: parsed.data } : failed('bad-answer')
  }

  return {
    account: (accessToken) => get('/account', apiAccountSchema, accessToken),
    company: (accessToken) => get('/company', apiCompanySchema, accessToken),
    companyLicences: (accessToken) => get('/company/license', apiCompanyLicencesSchema, accessToken),
  }
}
