import type { z } from 'zod'
import type { Scope } from '../../contract/script-tokens'
import type { Role } from '../../contract/session'
import type { WorkspaceContext } from '../http/request-context'
import type { AccountInCompany } from '../users/find-account'
import type { Actor } from '../users/may-manage'
import { ApiRefusal } from './api-error'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** What a route is given beside its parsed input. */
export interface Caller {
  readonly workspace: WorkspaceContext
  readonly account: AccountInCompany
  /** What the token is good for: all that its account may do, or these alone. */
  readonly scopes: 'all' | ReadonlySet<Scope>
}

/** The caller as repositories want to know it. */
export function actorOf({ account }: Caller): Actor {
  return { accountId: account.id, email: account.email, role: account.role }
}

/**
 * Checks that the token is good for something.
 *
 * @throws {ApiRefusal} `invalid_permission`.
 */
export function requireScope({ scopes }: Caller, scope: Scope): void {
  if (scopes === 'all' || scopes.has(scope)) return
  throw new ApiRefusal('invalid_permission', `The token is not good for ${scope}`)
}

/** What a request says, before anything is checked. */
export interface RawInput {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  /** What is uploaded, as it comes in, where the route takes that instead of JSON; null for no body. */
  readonly file: AsyncIterable<Uint8Array> | null
}

interface Description {
  readonly method: Method
  /** Below the API's prefix, as OpenAPI writes it: `/meetings/{id}`. */
  readonly path: string
  /** A name for generated clients: `listMeetings`. */
  readonly id: string
  readonly summary: string
  readonly description?: string
  /** `vendor` where the path is TeamViewer's, `parley` where it is an addition. */
  readonly origin: 'vendor' | 'parley'
  /** The scope that a script token needs. */
  readonly scope: Scope
  /** Who may call it; everybody in the company where it is left out. */
  readonly roles?: readonly Role[]
  /** A POST that changes nothing, as the vendor has one. */
  readonly isRead?: true
  /** For work that goes on after the answer (202): where to ask what has become of it, below the API's prefix. */
  readonly accepted?: (body: unknown) => string
  /** For a body that is a file and no JSON: its media type. The route itself counts how large it is. */
  readonly upload?: string
  /** For an answer that is no JSON: its media type. */
  readonly media?: string
}

interface Schemas<P, Q, B, R> {
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** The answer's body with status 200, or null for an answer without one (204). */
  readonly response: R
}

/** A route as the table holds it: everything that is said about it, and the function that checks and answers. */
export interface ApiRoute extends Description {
  readonly schemas: Schemas<z.ZodType, z.ZodType, z.ZodType, z.ZodType | null>
  /**
   * Checks the input, does what the route is for, and checks the answer.
   *
   * @returns The answer's body, or null for none, or the whole answer where it is no JSON.
   * @throws {ApiRefusal} When the request can't be answered.
   */
  answer(caller: Caller, input: RawInput): Promise<unknown>
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined

/** Makes a route of the table out of its schemas and a function whose input and output follow from them. */
export function route<
  R extends z.ZodType | null,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  description: Description & Schemas<P, Q, B, R>,
  answer: (
    caller: Caller,
    input: { params: Parsed<P>; query: Parsed<Q>; body: Parsed<B>; file: RawInput['file'] },
  ) => Promise<(R extends z.ZodType ? z.input<R> : null) | Response>,
): ApiRoute {
  const { params, query, body, response, ...said } = description
  return {
    ...said,
    schemas: {
      ...(params === undefined ? {} : { params }),
      ...(query === undefined ? {} : { query }),
      ...(body === undefined ? {} : { body }),
      response,
    },
    answer: async (caller, input) => {
      const parsed = {
        params: parse(params, input.params, 'not_found'),
        query: parse(query, input.query, 'invalid_request'),
        body: parse(body, input.body, 'invalid_request'),
        file: input.file,
      }
      const given = await answer(caller, parsed)
      if (given instanceof Response) return given
      return response === null ? null : response.parse(given)
    },
  }
}

function parse<S extends z.ZodType | undefined>(
  schema: S | undefined,
  value: unknown,
  error: 'not_found' | 'invalid_request',
): Parsed<S>
function parse(schema: z.ZodType | undefined, value: unknown, error: 'not_found' | 'invalid_request'): unknown {
  if (schema === undefined) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  if (error === 'not_found') throw new ApiRefusal('not_found', 'There is no such resource')
  const [issue] = parsed.error.issues
  const place = issue === undefined ? '' : issue.path.join('.')
  throw new ApiRefusal('invalid_request', `${place === '' ? 'The request' : place}: ${issue?.message ?? 'not valid'}`)
}
