import { consoleErrorSchema } from '../../contract/console-api'
import type { ConsoleError } from '../../contract/console-api'
import { isOnThisComputer } from './on-this-computer'

/** Why a request came to nothing, as far as people can act on it. */
export type Failure =
  /** No answer at all: the workspace is down, or the network is; on this computer, where there is no network between, it is down. */
  | { readonly kind: 'unreachable' | 'unreachable-here' }
  /** The workspace refused, with a reason of the contract. */
  | {
      readonly kind: 'refused'
      readonly error: ConsoleError['error']
      readonly fields: readonly string[]
      /** Seconds to wait before another try, where the workspace says so (RFC 9110 §10.2.3). */
      readonly waitSeconds: number | null
    }
  /** An answer that the contract doesn't know. */
  | { readonly kind: 'unexpected' }

/** Carries a failure through code that speaks in exceptions. */
export class RequestFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind === 'refused' ? failure.error : failure.kind)
    this.name = 'RequestFailed'
  }
}

/** No answer came. */
export function noAnswer(): RequestFailed {
  return new RequestFailed({ kind: isOnThisComputer() ? 'unreachable-here' : 'unreachable' })
}

/** Tells whether no answer came. */
export function isUnanswered(thrown: unknown): boolean {
  const { kind } = failureOf(thrown)
  return kind === 'unreachable' || kind === 'unreachable-here'
}

/** What to say about something that came to nothing and is worth another try; each has words in the language files. */
export function failureProblem(thrown: unknown): 'unreachable' | 'unreachable-here' | 'unexpected' | 'unexpected-here' {
  const { kind } = failureOf(thrown)
  if (kind === 'unreachable' || kind === 'unreachable-here') return kind
  return isOnThisComputer() ? 'unexpected-here' : 'unexpected'
}

/** The failure inside whatever was thrown. */
export function failureOf(thrown: unknown): Failure {
  return thrown instanceof RequestFailed ? thrown.failure : { kind: 'unexpected' }
}

/** True when the workspace refused for this reason. */
export function isRefusal(thrown: unknown, error: ConsoleError['error']): boolean {
  const failure = failureOf(thrown)
  return failure.kind === 'refused' && failure.error === error
}

/**
 * Reads how long to wait, from `Retry-After` in seconds (RFC 9110 §10.2.3) or better-auth's own header of that kind.
 *
 * @returns Whole seconds, at least 1, or null when the answer doesn't say.
 */
export function readWait(headers: Headers): number | null {
  const seconds = Number(headers.get('retry-after') ?? headers.get('x-retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds)) : null
}

/**
 * Reads a refusal.
 *
 * @param body The answer's body, already parsed as JSON, or undefined.
 */
export function readRefusal(body: unknown, headers: Headers): Failure {
  const parsed = consoleErrorSchema.safeParse(body)
  // Both are worth another try, and nothing that people could act on.
  if (!parsed.success || parsed.data.error === 'internal' || parsed.data.error === 'busy') return { kind: 'unexpected' }
  const { error, fields } = parsed.data
  return { kind: 'refused', error, fields: fields ?? [], waitSeconds: readWait(headers) }
}
