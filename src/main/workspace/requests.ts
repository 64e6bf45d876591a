import type { z } from 'zod'
import type { WorkspaceFailure } from '../../contract/workspace'
import { networkProblem } from './network-problem'
import { readLimited } from './read-limited'
import { watchSilence, type Silence } from './silence'
import { serverClock } from './server-clock'
import { redirectProblem, statusProblem } from './status-problem'
import type { Turnstile } from './turnstile'
import { failed, lostConnection, type TokenSource, type WorkspaceAnswer } from './workspace'

/** One request to a workspace's API. */
interface Ask<T> {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below the API's base, with its slash: `/meetings/m12345678`. */
  path: string
  query?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  body?: object
  /** `Idempotency-Key`: what is sent again with the same one is done once. */
  key?: string
  /** What a good answer looks like; an answer without a body is `undefined`. */
  schema: z.ZodType<T>
}

export interface RequestEffects {
  /** The API's base (`https://…/api/v1`), or null while there is none. */
  base: () => string | null
  /** Resolves once there is a base, or it is not worth waiting for one any longer; left out where there always is one. */
  whenUp?: () => Promise<void>
  fetch: typeof globalThis.fetch
  tokens: TokenSource
  turnstile: Turnstile
  /** Milliseconds since the epoch. */
  now: () => number
  /** Milliseconds without a byte until a request counts as lost. */
  timeout?: number
  /** Shared by all that ask the same workspace for the same account, so that none of them reads what is being read already. */
  reads?: Reads
}

/** What asks. Failures are values; the same `GET` is under way once at a time, however many ask for it. */
export type SendRequest = <T>(ask: Ask<T>) => Promise<WorkspaceAnswer<T>>

/** Reads that are on their way, by token and address: an answer is for the account of its token alone. */
export type Reads = Map<string, Promise<Raw>>

/** People wait that long for something to happen, in milliseconds. */
const patience = 8_000

/** A slow line may bring an answer bit by bit for that long, in milliseconds. */
const longestRead = 2 * 60_000

/** Bytes of the longest answer that is read: ten thousand meetings are about a quarter of it. */
const longestAnswer = 16 * 1_048_576

type Raw = { outcome: 'done'; value: unknown } | WorkspaceFailure

/** Makes the function that sends a workspace's requests. */
export function openRequests(effects: RequestEffects): SendRequest {
  const { tokens, turnstile, now } = effects
  const underWay: Reads = new Map<string, Promise<Raw>>()
  const reads: Reads = effects.reads ?? new Map<string, Promise<Raw>>()
  const clock = serverClock(now)

  const send = async (base: string, ask: Ask<unknown>, token: string): Promise<Raw> => {
    const address = `${base}${ask.path}${ask.query === undefined ? '' : `?${new URLSearchParams(ask.query).toString()}`}`
    const silence = watchSilence(effects.timeout ?? patience, longestRead)
    try {
      return await answered(address, ask, token, silence)
    } finally {
      silence.stop()
    }
  }

  const answered = async (address: string, ask: Ask<unknown>, token: string, silence: Silence): Promise<Raw> => {
    let response: Response
    try {
      response = await effects.fetch(address, {
        method: ask.method ?? 'GET',
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${token}`,
          ...(ask.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(ask.key === undefined ? {} : { 'idempotency-key': ask.key }),
        },
        ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
        // The token goes to the workspace and nowhere else.
        redirect: 'manual',
        cache: 'no-store',
        credentials: 'omit',
        signal: silence.signal,
      })
    } catch (error) {
      return failed(networkProblem(error, clock.isWrong()))
    }
    clock.note(response.headers.get('date'))
    let text: string | null
    try {
      text = await readLimited(response, longestAnswer, silence.heard)
    } catch (error) {
      const problem = silence.signal.aborted ? 'too-slow' : networkProblem(error, false)
      return failed(problem === 'too-slow' ? problem : 'cut-off')
    }
    if (text === null) return failed('too-large')
    return answerOf(response, text, address)
  }

  const exchange = (base: string, ask: Ask<unknown>, token: string): Promise<Raw> =>
    isRead(ask) ? once(reads, JSON.stringify([token, base, ask.path, ask.query]), () => send(base, ask, token)) : send(base, ask, token)

  const answerOf = (response: Response, text: string, address: string): Raw => {
    const { status, headers } = response
    if (status >= 300 && status < 400) return failed(redirectProblem(headers.get('location'), address))
    const body = text === '' ? undefined : parseJson(text)
    if (response.ok) {
      turnstile.open()
      return body === notJson ? failed('bad-answer') : { outcome: 'done', value: body }
    }
    const problem = statusProblem(status, body)
    const mustWait = problem === 'busy' || status === 503
    return failed(problem, mustWait ? turnstile.close(headers.get('retry-after'), clock.theirs()) : null)
  }

  const signedIn = async (ask: Ask<unknown>): Promise<Raw> => {
    if (effects.base() === null) await effects.whenUp?.()
    for (let round = 0; ; round += 1) {
      const base = effects.base()
      if (base === null) return noted(failed('offline'))
      const wait = turnstile.closedUntil()
      if (wait !== null) return failed('busy', wait)
      const access = await tokens.accessToken()
      // A refresh may have been asked to wait.
      const later = turnstile.closedUntil()
      if (access.outcome === 'offline' && later !== null) return failed('busy', later)
      if (access.outcome !== 'token') return failed(access.outcome === 'signed-out' ? 'expired' : access.outcome)
      const answer = await exchange(base, ask, access.token)
      if (answer.outcome === 'done') return noted(answer)
      // A token may be refused before its time: once, a fresh one is tried. So is a read whose answer was cut off.
      if (answer.problem === 'expired') tokens.rejectAccessToken(access.token)
      const isWorthAnother = answer.problem === 'expired' || (answer.problem === 'cut-off' && isRead(ask))
      if (round > 0 || !isWorthAnother) return noted(answer)
    }
  }

  const noted = (answer: Raw): Raw => {
    tokens.noteConnection((answer.outcome === 'failed' ? lostConnection(answer.problem) : null) ?? 'online')
    return answer
  }

  const shared = (ask: Ask<unknown>): Promise<Raw> =>
    isRead(ask) ? once(underWay, JSON.stringify([ask.path, ask.query]), () => signedIn(ask)) : signedIn(ask)

  return async (ask) => {
    const answer = await shared(ask)
    if (answer.outcome === 'failed') return answer
    const parsed = ask.schema.safeParse(answer.value)
    return parsed.success ? { outcome: 'done', value: parsed.data } : failed('bad-answer')
  }
}

/** What is under way by this name, or else is begun now. */
function once(underWay: Reads, name: string, begin: () => Promise<Raw>): Promise<Raw> {
  const pending = underWay.get(name)
  if (pending !== undefined) return pending
  const mine = begin().finally(() => underWay.delete(name))
  underWay.set(name, mine)
  return mine
}

const isRead = (ask: Ask<unknown>): boolean => (ask.method ?? 'GET') === 'GET'

const notJson = Symbol('not JSON')

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return notJson
  }
}
