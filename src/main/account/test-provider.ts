import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** How the provider behaves; tests change it while it runs. */
interface ProviderBehaviour {
  answerIn: 'query' | 'fragment'
  /** An error to answer authorization requests with. */
  authorizationError: string | null
  /** Another `iss` than its own (RFC 9207). */
  issuerInAnswer: string | null
  nonceInToken: string | null
  /** Signs ID tokens with a key that it does not publish. */
  signsWithForeignKey: boolean
  /** Answers the token endpoint with this status instead. */
  tokenStatus: number | null
  refreshError: string | null
  /** Answers revocations with trouble of its own. */
  revokesNothing: boolean
  /** Seconds. */
  lifetime: number
  rotates: boolean
  /** Gives codes for other devices (RFC 8628). */
  offersCodes: boolean
  /** What a code that waits is answered with. */
  codeAnswer: 'authorization_pending' | 'access_denied' | 'expired_token' | 'allowed'
  /** Drops the connection of this many requests for a code's tokens. */
  dropsPolls: number
  /** Holds refreshes until it resolves. */
  gate: Promise<void>
}

export interface TestProvider {
  address: string
  behaviour: ProviderBehaviour
  /** What was asked, as `METHOD /path`, with the parameters that matter. */
  calls: { path: string; parameters: URLSearchParams }[]
  /** Refresh tokens that are still good. */
  refreshTokens: Set<string>
  /** Follows an authorization address as a browser with a session would; gives the address that it is sent to. */
  authorize(address: string): Promise<URL>
  close(): Promise<void>
}

// Made once: a pair takes a good part of a second.
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 })

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A small OpenID Connect provider over HTTP on loopback, for tests: PKCE, RS256, rotation, revocation, end-session. */
export async function startTestProvider(): Promise<TestProvider> {
  const codes = new Map<string, URLSearchParams>()
  const calls: TestProvider['calls'] = []
  const refreshTokens = new Set<string>()
  const deviceCodes = new Set<string>()
  const behaviour: ProviderBehaviour = {
    answerIn: 'query',
    authorizationError: null,
    issuerInAnswer: null,
    nonceInToken: null,
    signsWithForeignKey: false,
    tokenStatus: null,
    refreshError: null,
    revokesNothing: false,
    lifetime: 3_600,
    rotates: true,
    offersCodes: true,
    codeAnswer: 'authorization_pending',
    dropsPolls: 0,
    gate: Promise.resolve(),
  }
  let address = ''

  const idToken = (nonce: string | null): string => {
    const seconds = Math.floor(Date.now() / 1_000)
    const head = encode({ alg: 'RS256', kid: 'one' })
    const claims = { iss: address, sub: 'sub-1', aud: 'parley-desktop', iat: seconds, exp: seconds + 600 }
    const body = encode(nonce === null ? claims : { ...claims, nonce: behaviour.nonceInToken ?? nonce })
    const key = behaviour.signsWithForeignKey ? foreign.privateKey : keys.privateKey
    return `${head}.${body}.${sign('RSA-SHA256', Buffer.from(`${head}.${body}`), key).toString('base64url')}`
  }

  const json = (response: ServerResponse, status: number, body: object): void => {
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    response.end(JSON.stringify(body))
  }

  const tokens = (response: ServerResponse, nonce: string | null, kept?: string): void => {
    const refreshToken = kept ?? `RT-${randomBytes(8).toString('hex')}`
    refreshTokens.add(refreshToken)
    json(response, 200, {
      access_token: `AT-${randomBytes(8).toString('hex')}`,
      token_type: 'Bearer',
      expires_in: behaviour.lifetime,
      ...(kept === undefined ? { refresh_token: refreshToken } : {}),
      id_token: idToken(nonce),
    })
  }

  const authorize = (asked: URLSearchParams, response: ServerResponse): void => {
    const answer = new URLSearchParams({ state: asked.get('state') ?? '', iss: behaviour.issuerInAnswer ?? address })
    if (behaviour.authorizationError === null) {
      const code = randomBytes(8).toString('hex')
      codes.set(code, asked)
      answer.set('code', code)
    } else answer.set('error', behaviour.authorizationError)
    const separator = behaviour.answerIn === 'query' ? '?' : '#'
    response.writeHead(302, { location: `${asked.get('redirect_uri') ?? ''}${separator}${answer.toString()}` }).end()
  }

  const exchange = async (form: URLSearchParams, response: ServerResponse): Promise<void> => {
    if (behaviour.tokenStatus !== null) return json(response, behaviour.tokenStatus, { error: 'server_error' })
    if (form.get('grant_type') === 'refresh_token') {
      await behaviour.gate
      const given = form.get('refresh_token') ?? ''
      const error = behaviour.refreshError ?? (refreshTokens.has(given) ? null : 'invalid_grant')
      if (error !== null) return json(response, 400, { error })
      if (!behaviour.rotates) return tokens(response, null, given)
      refreshTokens.delete(given)
      tokens(response, null); return;
    }
    if (form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:device_code') {
      if (behaviour.dropsPolls > 0) {
        behaviour.dropsPolls -= 1
        response.destroy()
        return
      }
      if (!deviceCodes.has(form.get('device_code') ?? '')) return json(response, 400, { error: 'invalid_grant' })
      if (behaviour.codeAnswer !== 'allowed') return json(response, 400, { error: behaviour.codeAnswer })
      tokens(response, null); return;
    }
    const asked = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url')
    const isGood = asked?.get('code_challenge') === challenge && asked.get('redirect_uri') === form.get('redirect_uri')
    if (!isGood || asked.get('code_challenge_method') !== 'S256') return json(response, 400, { error: 'invalid_grant' })
    tokens(response, asked.get('nonce'))
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', address)
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const form = new URLSearchParams(body)
    calls.push({ path: url.pathname, parameters: body === '' ? url.searchParams : form })
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(response, 200, {
          issuer: address,
          authorization_endpoint: `${address}/authorize`,
          token_endpoint: `${address}/token`,
          revocation_endpoint: `${address}/revoke`,
          end_session_endpoint: `${address}/end-session`,
          ...(behaviour.offersCodes ? { device_authorization_endpoint: `${address}/device-code` } : {}),
          jwks_uri: `${address}/keys`,
          response_types_supported: ['code'],
          code_challenge_methods_supported: ['S256'],
          authorization_response_iss_parameter_supported: true,
          id_token_signing_alg_values_supported: ['RS256'],
        })
      case '/keys':
        return json(response, 200, {
          keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
        })
      case '/authorize':
        return authorize(url.searchParams, response)
      case '/device-code': {
        if (behaviour.tokenStatus !== null) return json(response, behaviour.tokenStatus, { error: 'server_error' })
        const deviceCode = randomBytes(8).toString('hex')
        deviceCodes.add(deviceCode)
        return json(response, 200, {
          device_code: deviceCode,
          user_code: 'WDJB2345',
          verification_uri: `${address}/device`,
          verification_uri_complete: `${address}/device?user_code=WDJB2345`,
          expires_in: 600,
          // Seconds; far less than a real one would ask for.
          interval: 0.01,
        })
      }
      case '/token':
        return exchange(form, response)
      case '/revoke':
        if (behaviour.revokesNothing) return json(response, 503, { error: 'temporarily_unavailable' })
        refreshTokens.delete(form.get('token') ?? '')
        return void response.writeHead(200).end()
      case '/end-session':
        return void response.writeHead(302, { location: '/' }).end()
      default:
        return void response.writeHead(404).end()
    }
  }

  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? String(bound.port) : ''}`
  return {
    address,
    behaviour,
    calls,
    refreshTokens,
    authorize: async (target) => {
      const response = await fetch(target, { redirect: 'manual' })
      return new URL(response.headers.get('location') ?? '')
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
