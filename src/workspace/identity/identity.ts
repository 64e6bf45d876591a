import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { jwt } from 'better-auth/plugins/jwt'
import { createHash } from 'node:crypto'
import { dayInSeconds, type Clock } from '../clock'
import type { WorkspaceDatabase } from '../database/sqlite'
import type { Log } from '../log'
import { findActiveAccount } from '../users/find-account'
import { desktopClient } from './desktop-client'
import { callerAddressHeader, companyEnds, identityPath } from './endpoints'
import { deviceCodePlugin, oauthPlugin } from './oauth-plugin'
import type { RateLimits } from './rate-limits'

/** Cookies of this name are sent over TLS alone and belong to this very host (RFC 6265bis §4.1.3.2). */
const hostPrefix = '__Host-'

/** A signed-in browser. `setCookie` is to be passed on: it prolongs the session while it is used. */
interface BrowserSession {
  readonly id: string
  readonly accountId: string
  readonly setCookie: readonly string[]
}

export interface Identity {
  /** Answers a request under `/identity/` or `/.well-known/`. */
  handle(request: Request): Promise<Response>
  /** Finds the session that a request's cookie names. */
  findSession(headers: Headers): Promise<BrowserSession | null>
}

export interface IdentityOptions {
  readonly db: WorkspaceDatabase
  /** Where people reach the workspace: origin without a trailing slash. It is the issuer too. */
  readonly address: string
  readonly secret: string
  readonly log: Log
  readonly now: Clock
  readonly limits: RateLimits
}

/**
 * Sets the identity library up: accounts with passwords, browser sessions, and OAuth 2.1 with OpenID Connect.
 *
 * Nothing that lasts depends on the address, so that sessions and refresh tokens stay good when the port moves: cookies
 * know no ports, opaque tokens name no issuer, and a refresh brings an ID token of the new issuer.
 */
export async function createIdentity({ db, address, secret, log, now, limits }: IdentityOptions): Promise<Identity> {
  const isHttps = address.startsWith('https:')
  const auth = betterAuth({
    appName: 'Parley',
    baseURL: address,
    basePath: identityPath,
    secret,
    // Said of PostgreSQL too: flags are 0 and 1 and moments are text in both, so that one set of code reads them.
    database: { db, type: 'sqlite' },
    telemetry: { enabled: false },
    logger: {
      // At `warn` and below, the library also writes to the console by itself.
      level: 'info',
      // Messages alone: what comes after them can hold anything.
      log: (level, message) => {
        if (level === 'warn' || level === 'error') log('identity', { level, message })
      },
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    session: { expiresIn: 30 * dayInSeconds, updateAge: dayInSeconds, cookieCache: { enabled: false } },
    rateLimit: {
      enabled: true,
      customStorage: { consume: (key, rule) => limits.consume(`identity ${key}`, rule) },
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/device/code': { window: 60, max: 10 },
      },
    },
    onAPIError: { errorURL: `${address}/sign-in` },
    advanced: {
      // Two workspaces on one computer share its cookies, as cookies know no ports: each has its own name, kept from
      // run to run.
      cookiePrefix: `${isHttps ? hostPrefix : ''}parley-${createHash('sha256').update(secret).digest('hex').slice(0, 8)}`,
      // The library would put `__Secure-` before names, which lets a neighbouring host set them.
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: isHttps, path: '/' },
      ipAddress: { ipAddressHeaders: [callerAddressHeader] },
      // Parley's migrations make the tables, and a test compares them with what the library expects.
      database: { validateSchema: false },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const account = await findActiveAccount(db, session.userId)
            if (account === null) throw new APIError('FORBIDDEN', { message: 'The account is switched off' })
            if (account.companyDeletesAt !== null && account.role !== 'administrator') {
              throw new APIError('FORBIDDEN', { code: companyEnds })
            }
          },
        },
      },
    },
    plugins: [
      jwt({
        // ES256 is in every runtime's WebCrypto without a warning.
        jwks: { keyPairConfig: { alg: 'ES256' } },
        jwt: { issuer: address },
        disableSettingJwtHeader: true,
      }),
      oauthPlugin(),
      deviceCodePlugin(),
    ],
  })

  const { adapter } = await auth.$context
  const client = desktopClient(address)
  const where = [{ field: 'clientId', value: client.clientId }]
  const moment = new Date(now())
  if ((await adapter.findOne({ model: 'oauthClient', where })) === null) {
    await adapter.create({ model: 'oauthClient', data: { ...client, createdAt: moment, updatedAt: moment } })
  } else {
    await adapter.update({ model: 'oauthClient', where, update: { ...client, updatedAt: moment } })
  }

  return {
    handle: (request) => auth.handler(request),
    findSession: async (headers) => {
      const found = await auth.api.getSession({ headers, returnHeaders: true })
      if (found.response === null) return null
      return { id: found.response.session.id, accountId: found.response.user.id, setCookie: found.headers.getSetCookie() }
    },
  }
}
