import { z } from 'zod'
import type { WorkspaceProblem } from '../../contract/workspace'
import { readUrl } from '../../contract/read-url'

/** The API's errors by name; they count for more than the status that they arrive with. */
const problemOfError: Readonly<Record<string, WorkspaceProblem>> = {
  invalid_token: 'expired',
  token_expired: 'expired',
  wrong_credentials: 'expired',
  invalid_request: 'invalid',
  invalid_client: 'registration',
  invalid_permission: 'forbidden',
  not_found: 'not-found',
  rate_limit_reached: 'busy',
  too_many_retries: 'busy',
  internal_error: 'workspace-error',
  license_required: 'licence-required',
}

const problemOfCode: Readonly<Record<number, WorkspaceProblem>> = {
  400: 'invalid',
  401: 'expired',
  402: 'licence-required',
  403: 'forbidden',
  404: 'not-found',
  407: 'proxy',
  408: 'too-slow',
  409: 'conflict',
  410: 'not-found',
  412: 'conflict',
  413: 'invalid',
  422: 'invalid',
  429: 'busy',
  // RFC 6585 §6: what a network says that wants a sign-in first.
  511: 'network-sign-in',
}

const errorSchema = z.object({ error: z.string() })

/**
 * Tells what an answer's status means, with the API's own error where its body has one.
 *
 * @param body The body as JSON, or undefined where it is none.
 */
export function statusProblem(status: number, body: unknown): WorkspaceProblem {
  const error = errorSchema.safeParse(body)
  const named = error.success ? problemOfError[error.data.error.toLowerCase()] : undefined
  // `invalid_request` is what everything without a name of its own is called: a conflict's status says more.
  if (named === 'invalid' && problemOfCode[status] === 'conflict') return 'conflict'
  return named ?? problemOfCode[status] ?? (status >= 500 ? 'workspace-error' : 'bad-answer')
}

/**
 * Tells what a redirect means. The API never redirects: one to another host is a network that wants its own page read
 * first.
 */
export function redirectProblem(location: string | null, asked: string): WorkspaceProblem {
  const url = location === null ? null : readUrl(location, asked)
  return url === null || url.host === new URL(asked).host ? 'bad-answer' : 'network-sign-in'
}
