import { describe, expect, it } from 'vitest'
import { isTrustedAddress, trustsEndpoints } from './provider-addresses'
import { providerFailure } from './provider-failure'

const failing = (fields: object): Error => Object.assign(new Error('x'), fields)

describe('providerFailure', () => {
  it.each([
    [new TypeError('fetch failed'), 'unreachable'],
    [new TypeError('fetch failed', { cause: failing({ code: 'CERT_HAS_EXPIRED' }) }), 'certificate'],
    [new TypeError('fetch failed', { cause: new Error('net::ERR_TUNNEL_CONNECTION_FAILED') }), 'proxy'],
    [new TypeError('fetch failed', { cause: new Error('net::ERR_NAME_NOT_RESOLVED') }), 'unreachable'],
    [Object.assign(new TypeError('bad argument'), { code: 'ERR_INVALID_ARG_VALUE' }), 'other'],
    [failing({ code: 'OAUTH_TIMEOUT' }), 'unreachable'],
    [failing({ code: 'OAUTH_RESPONSE_IS_NOT_JSON' }), 'unreachable'],
    [failing({ code: 'OAUTH_AUTHORIZATION_RESPONSE_ERROR', error: 'access_denied' }), 'cancelled'],
    [failing({ code: 'OAUTH_AUTHORIZATION_RESPONSE_ERROR', error: 'invalid_scope' }), 'refused'],
    [failing({ code: 'OAUTH_RESPONSE_BODY_ERROR', error: 'invalid_grant', status: 400 }), 'refused'],
    [failing({ code: 'OAUTH_AUTHORIZATION_RESPONSE_ERROR', error: 'unauthorized_client' }), 'registration'],
    [failing({ code: 'OAUTH_RESPONSE_BODY_ERROR', error: 'invalid_client', status: 400 }), 'registration'],
    [failing({ code: 'OAUTH_WWW_AUTHENTICATE_CHALLENGE', status: 401 }), 'registration'],
    [failing({ code: 'OAUTH_RESPONSE_BODY_ERROR', error: 'server_error', status: 400 }), 'unreachable'],
    [failing({ code: 'OAUTH_RESPONSE_BODY_ERROR', error: 'invalid_grant', status: 429 }), 'unreachable'],
    [failing({ code: 'OAUTH_RESPONSE_BODY_ERROR', error: 'x', status: 502 }), 'unreachable'],
    [failing({ code: 'OAUTH_INVALID_RESPONSE' }), 'not-trusted'],
    [failing({ code: 'OAUTH_JWT_CLAIM_COMPARISON_FAILED' }), 'not-trusted'],
    [failing({ code: 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED' }), 'clock'],
    ['a string', 'other'],
    [undefined, 'other'],
  ])('%o is %s', (thrown, expected) => {
    expect(providerFailure(thrown)).toBe(expected)
  })
})

describe('isTrustedAddress', () => {
  it.each([
    ['https://meet.example.com', true],
    ['http://127.0.0.1:4000', true],
    ['http://localhost:4000', false],
    ['http://127.0.0.1.evil.example', false],
    ['http://127.0.0.2:4000', false],
    ['http://[::1]:4000', false],
    ['http://meet.example.com', false],
    ['https://anna:x@meet.example.com', false],
    ['http://127.0.0.1:4000@evil.example', false],
    ['file:///etc/passwd', false],
    ['nonsense', false],
  ])('%s: %s', (address, expected) => {
    expect(isTrustedAddress(address)).toBe(expected)
  })
})

describe('trustsEndpoints', () => {
  const own = 'http://127.0.0.1:4000'
  const good = { authorization_endpoint: `${own}/a`, token_endpoint: `${own}/t` }

  it.each([
    ['its own', good, true],
    ['others by https', { ...good, revocation_endpoint: 'https://login.example.com/r' }, true],
    ['another port', { ...good, token_endpoint: 'http://127.0.0.1:4001/t' }, false],
    ['another host in the clear', { ...good, end_session_endpoint: 'http://evil.example/e' }, false],
    ['none', {}, false],
  ])('%s: %s', (_what, metadata, expected) => {
    expect(trustsEndpoints(metadata, own)).toBe(expected)
  })
})
