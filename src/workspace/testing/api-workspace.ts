import { createHash, randomUUID } from 'node:crypto'
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { sql } from 'kysely'
import { consoleRequestHeader } from '../../contract/console-api'
import { apiPrefix } from '../../contract/web-api'
import type { Role } from '../../contract/session'
import { createApp } from '../http/app'
import type { WorkspaceContext } from '../http/request-context'
import type { Identity } from '../identity/identity'
import { rateLimits, type RateLimits } from '../identity/rate-limits'
import type { Mail } from '../mail/mail'
import { createSealing } from '../secrets/sealing'
import { createAccount } from '../users/create-account'
import { makeCompany } from './make-company'
import { temporaryDatabase } from './temporary-database'

const address = 'http://127.0.0.1:7000'

/** Stands for the identity library: whoever the cookie names is signed in. */
const standIn: Identity = {
  handle: () => Promise.resolve(Response.json({})),
  findSession: (headers) => {
    const accountId = /^account=(.+)$/.exec(headers.get('cookie') ?? '')?.[1]
    if (accountId === undefined) return Promise.resolve(null)
    const session = { id: accountId, accountId, setCookie: [] }
    return Promise.resolve(session)
  },
}

interface ApiAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

/** Calls the API as one account, with a body where one is given. */
export type ApiCall = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<ApiAnswer>

/**
 * The workspace's HTTP without a socket, on a real database with a company and its administrator (`anna@example.com`);
 * accounts get access tokens without signing in, which takes most of the time elsewhere.
 */
export async function apiWorkspace(more: { now?: () => number; limits?: RateLimits; mail?: Mail } = {}) {
  const temporary = await temporaryDatabase()
  const { db } = temporary
  const now = more.now ?? Date.now
  const made = await makeCompany(db, now())
  await sql`insert into "oauthClient" ("id", "clientId", "redirectUris") values ('1', 'app', '[]')`.execute(db)
  const logLines: string[] = []
  const workspace: WorkspaceContext = {
    db,
    now,
    log: (event, fields = {}) => logLines.push(JSON.stringify({ event, ...fields })),
    address,
    origins: [address],
    mail: more.mail ?? null,
    limits: more.limits ?? rateLimits(now),
    stopping: new AbortController().signal,
    isTrustedProxy: () => false,
    sealing: createSealing('test', 'meeting passwords'),
    // Tests do a job's work themselves, step by step.
    jobs: { wake: () => undefined, stopping: new AbortController().signal },
    identity: () => Promise.resolve(standIn),
  }
  const app = createApp(workspace, { find: () => Promise.resolve(null), page: () => Promise.resolve(null) })

  const incoming = new IncomingMessage(new Socket())
  Object.defineProperty(incoming.socket, 'remoteAddress', { value: '127.0.0.1' })

  async function send(method: string, path: string, headers: Readonly<Record<string, string>>, body?: unknown) {
    const request = new Request(address + path, {
      method,
      headers: { host: new URL(address).host, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return app.fetch(request, { incoming })
  }

  return {
    db,
    companyId: made.companyId,
    administratorId: made.administratorId,
    logLines,
    /** What its secrets are sealed with. */
    sealing: workspace.sealing,
    /** Every route that answers, as it is written down. */
    routes: app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => ({ method, path })),
    send,
    /** Headers of the console's own pages where that account is signed in. */
    inConsole: (accountId: string | null): Record<string, string> => ({
      'content-type': 'application/json',
      [consoleRequestHeader]: '1',
      'sec-fetch-site': 'same-origin',
      ...(accountId === null ? {} : { cookie: `account=${accountId}` }),
    }),
    /** Adds an account and gives its id. */
    add: async (name: string, email: string, role: Role = 'member'): Promise<string> => {
      const account = { companyId: made.companyId, name, email, role, language: 'en', passwordHash: null }
      const added = await createAccount(db, account, now())
      if (added === 'email-taken') throw new Error(`${email} is taken`)
      return added.id
    },
    /** The API as an account sees it through the app, with a new access token. */
    as: async (accountId: string): Promise<ApiCall> => callerWith(await tokenOf(accountId)),
    /** An answer of the API that is no JSON. */
    fetch: async (accountId: string, path: string): Promise<Response> =>
      send('GET', apiPrefix + path, { authorization: `Bearer ${await tokenOf(accountId)}` }),
    /** The API with a token that is known already. */
    withToken: callerWith,
    remove: () => temporary.remove(),
  }

  async function tokenOf(accountId: string): Promise<string> {
    const token = randomUUID()
    const stored = createHash('sha256').update(token).digest('base64url')
    const [created, ends] = [new Date(now()).toISOString(), new Date(now() + 3_600_000).toISOString()]
    await sql`insert into "oauthAccessToken" ("id", "token", "clientId", "userId", "expiresAt", "createdAt", "scopes")
      values (${randomUUID()}, ${stored}, 'app', ${accountId}, ${ends}, ${created}, '[]')`.execute(db)
    return token
  }

  function callerWith(token: string): ApiCall {
    return async (method, path, body, headers = {}) => {
      const sent = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers }
      const answer = await send(method, apiPrefix + path, sent, body)
      const text = await answer.text()
      return { status: answer.status, headers: answer.headers, body: text === '' ? null : JSON.parse(text) }
    }
  }
}

export type ApiWorkspace = Awaited<ReturnType<typeof apiWorkspace>>
