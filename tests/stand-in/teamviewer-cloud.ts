import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { TeamViewerHosts } from '../../src/main/workspace/teamviewer/hosts'

/** How the stand-in behaves; tests change it while it runs. */
interface CloudBehaviour {
  /** The registration's secret, or null for none. */
  clientSecret: string | null
  /** The registration's redirect address. */
  redirectUri: string
  /** Seconds. */
  lifetime: number
  /** Set in place of the API's answer, once for each request. */
  errors: { status: number; body: object; headers?: Record<string, string> }[]
  /** Seconds that the token endpoint asks to wait, or null. */
  tokensAfter: number | null
  /** Answers in the API's place for as long as it is set. */
  instead: ((response: ServerResponse) => void) | null
  /** False where the account may not read the company's licences. */
  readsLicences: boolean
  meetings: object[]
  /** Those of the stand-alone Meeting product. */
  standAlone: { id: string }[]
  /** What a path alone answers instead. */
  refusals: Readonly<Record<string, { status: number; error: string }>>
}

export interface TestCloud {
  hosts: TeamViewerHosts
  behaviour: CloudBehaviour
  /** What was asked, as `METHOD /path?query`. */
  lines: string[]
  /** What it found wrong with requests: a client that follows the vendor's API leaves none. */
  complaints: string[]
  revoked: string[]
  /** Ends every session: no refresh token is good any more. */
  endSessions(): void
  /** Follows an authorization address as a browser would whose person agrees; gives the address it is sent to. */
  authorize(address: string): URL
  close(): Promise<void>
}

export const clientId = '123456-AbCdEf'

/** Recorded shapes: the fields of the vendor's API document, with values of nobody. */
const account = {
  userid: 'u1000001', email: 'anna@example.com', name: 'Anna Berger', company_name: 'Example', profilepicture_url: null,
  license: { license_type: 'paid', version: '15', type: 'Business', details: 'subscription', teamViewerLicenseId: '0f7c', isactive: true },
  email_validated: true, email_language: 'en', available_licenses: [],
}
const licences = {
  companyId: 'c-1', companyName: 'Example',
  available_licenses: [
    { licenseId: 'l-1', licenseName: 'Meeting', displayName: 'TeamViewer Meeting 50', details: '', type: 'subscription', version: '15', isActive: true, assignedUsers: 12, maxAssignments: 50 },
    // Another case, a number for an id, and less than the document says.
    { LicenseID: 2, LicenseName: 'Remote Access', assignedUsers: 1, maxAssignments: 3, somethingNew: true },
  ],
}
const users = [
  { id: 'u1000001', name: 'Anna Berger', email: 'anna@example.com', active: true, online_state: 'Online', last_access_date: '2026-02-28T09:00:00Z', userRoleId: 'r1', tfa_enabled: true, sso_status: 0, log_sessions: true, show_comment_window: false },
  { id: 'u1000002', name: 'Bob Miller', email: 'bob@example.com', active: true, online_state: 'Offline' },
]
const meeting = {
  id: 'm12-345-678', subject: 'Plans', start: '2026-03-02T09:00:00Z', end: '2026-03-02T10:00:00Z', password: '',
  conference_call_information: { type: 'none', custom_data: null }, participant_web_link: 'https://go.teamviewer.com/v15/m12345678',
}

const meetingFields: ReadonlySet<string> = new Set(['subject', 'start', 'end', 'password', 'conference_call_information', 'instant'])
const queryOf: Readonly<Record<string, readonly string[]>> = {
  '/users': ['email', 'name', 'permissions', 'full_list'],
  '/meetings': ['from_date', 'to_date'],
}

async function read(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) text += String(part)
  return text
}

/** A strict stand-in for the vendor's cloud over HTTP on loopback, after the facts of its API document; for tests. */
export async function startTestCloud(): Promise<TestCloud> {
  const behaviour: CloudBehaviour = { clientSecret: null, redirectUri: 'http://127.0.0.1:51789/signed-in', lifetime: 86_400, errors: [], tokensAfter: null, instead: null, readsLicences: true, meetings: [meeting], standAlone: [], refusals: {} }
  const [lines, complaints, revoked]: string[][] = [[], [], []]
  const codes = new Map<string, URLSearchParams>()
  const accessTokens = new Set<string>()
  const refreshTokens = new Set<string>()
  const complain = (what: string): void => void complaints?.push(what)

  const json = (response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(JSON.stringify(body))
  }
  const refuse = (response: ServerResponse, status: number, error: string): void =>
    json(response, status, { error, error_description: 'words of the server', error_code: 1, error_signature: 'aa' })

  const token = (response: ServerResponse, form: URLSearchParams): void => {
    if (behaviour.tokensAfter !== null) {
      return json(response, 429, { error: 'rate_limit_reached' }, { 'retry-after': String(behaviour.tokensAfter) })
    }
    if (form.get('client_id') !== clientId) return refuse(response, 400, 'invalid_client')
    if ((form.get('client_secret') ?? null) !== behaviour.clientSecret) return refuse(response, 400, 'invalid_client')
    if (form.get('grant_type') === 'refresh_token') {
      if (!refreshTokens.delete(form.get('refresh_token') ?? '')) return refuse(response, 400, 'invalid_grant')
    } else {
      const asked = codes.get(form.get('code') ?? '')
      codes.delete(form.get('code') ?? '')
      const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url')
      const isGood =
        asked !== undefined && asked.get('redirect_uri') === form.get('redirect_uri') && asked.get('code_challenge') === challenge
      if (!isGood) return refuse(response, 400, 'invalid_grant')
    }
    const access = randomBytes(12).toString('hex')
    const refresh = randomBytes(12).toString('hex')
    accessTokens.add(access)
    refreshTokens.add(refresh)
    json(response, 200, { access_token: access, token_type: 'bearer', expires_in: behaviour.lifetime, refresh_token: refresh })
  }

  const api = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const path = url.pathname.slice('/api/v1'.length)
    const method = request.method ?? ''
    const text = await read(request)
    if (path === '/oauth2/token' && method === 'POST') return token(response, new URLSearchParams(text))
    if (path === '/oauth2/revoke' && method === 'POST') {
      const given = new URLSearchParams(text).get('token') ?? ''
      if (!refreshTokens.delete(given)) complain('revoked what is no token')
      revoked?.push(given)
      response.writeHead(204).end()
      return
    }
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (bearer === undefined || !accessTokens.has(bearer)) return refuse(response, 401, 'invalid_token')
    const prepared = behaviour.errors.shift()
    if (prepared !== undefined) return json(response, prepared.status, prepared.body, prepared.headers)
    if (behaviour.instead !== null) return behaviour.instead(response)
    for (const name of url.searchParams.keys()) {
      const allowed = path.endsWith('/invitation') ? ['language', 'timezone'] : (queryOf[path] ?? [])
      if (!allowed.includes(name)) complain(`${path} knows no ${name}`)
    }
    if (method === 'POST' || method === 'PUT') {
      for (const name of Object.keys(JSON.parse(text) as object)) {
        if (!meetingFields.has(name)) complain(`a meeting has no ${name}`)
      }
    }
    const refusal = behaviour.refusals[path]
    if (refusal !== undefined) return refuse(response, refusal.status, refusal.error)
    if (method === 'GET' && path === '/meetings/blizz') return json(response, 200, { blizzMeetings: behaviour.standAlone })
    const standAlone = behaviour.standAlone.find(({ id }) => path.split('/').includes(id))
    if (standAlone !== undefined && method === 'GET' && path === `/meetings/blizz/${standAlone.id}`) return json(response, 200, standAlone)
    if (standAlone !== undefined) {
      // The document has neither a change nor a deletion of them, nor an invitation.
      if (method !== 'GET' || path !== `/meetings/${standAlone.id}`) complain(`${method} ${path}`)
      return refuse(response, 404, 'not_found')
    }
    const one = /^\/meetings\/(m[\d-]+)(\/invitation)?$/.exec(path)
    if (method === 'GET' && path === '/account') return json(response, 200, account)
    if (method === 'GET' && path === '/company') return json(response, 200, { companyId: 'c-1', companyName: 'Example', createdAt: '2020-01-01T00:00:00Z' })
    if (method === 'GET' && path === '/company/license') {
      return behaviour.readsLicences ? json(response, 200, licences) : refuse(response, 403, 'invalid_permission')
    }
    if (method === 'GET' && path === '/users') return json(response, 200, { users })
    if (method === 'GET' && path === '/meetings') return json(response, 200, { meetings: behaviour.meetings })
    if (method === 'POST' && path === '/meetings') return json(response, 200, meeting)
    if (one?.[2] !== undefined && method === 'GET') return json(response, 200, { invitation_text: 'You are invited' })
    if (one !== null && method === 'GET') return json(response, 200, meeting)
    if (one !== null && (method === 'PUT' || method === 'DELETE')) return void response.writeHead(204).end()
    refuse(response, 404, 'not_found')
  }

  const server = createServer((request, response) => {
    lines?.push(`${request.method ?? ''} ${request.url ?? ''}`)
    void api(request, response, new URL(request.url ?? '', 'http://127.0.0.1'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  const origin = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`

  return {
    hosts: { login: origin, api: `${origin}/api/v1` },
    behaviour,
    lines: lines ?? [],
    complaints: complaints ?? [],
    revoked: revoked ?? [],
    authorize: (address) => {
      const asked = new URL(address).searchParams
      if (!address.startsWith(`${origin}/oauth2/authorize?`)) complain('another authorization address')
      if (asked.get('client_id') !== clientId) complain('another client')
      if (asked.get('redirect_uri') !== behaviour.redirectUri) complain('a redirect address that is not registered')
      if (asked.get('code_challenge_method') !== 'S256') complain('no PKCE')
      if (asked.get('response_type') !== 'code') complain('no code asked for')
      const code = randomBytes(8).toString('hex')
      codes.set(code, asked)
      const answer = new URL(asked.get('redirect_uri') ?? '')
      answer.search = new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString()
      return answer
    },
    endSessions: () => refreshTokens.clear(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
