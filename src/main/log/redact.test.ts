import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redact } from './redact'

const home = '/home/anna'

describe('redact', () => {
  it.each([
    ['Authorization: Bearer abc.def', 'Authorization: …'],
    ['asked with bearer abc.def twice', 'asked with bearer … twice'],
    ['GET /x?code=abc&iss=https://a.example', 'GET /x?code=…&iss=https://a.example'],
    ['{"refresh_token":"abc def","ok":true}', '{"refresh_token":…,"ok":true}'],
    ["password='two words' next", 'password=… next'],
    ['proxy http://anna:secret@proxy.example:8080 refused', 'proxy http://…@proxy.example:8080 refused'],
    ['no account for anna@example.com', 'no account for …@example.com'],
    ['ENOENT: /home/anna/.config/Parley/settings.json', 'ENOENT: ~/.config/Parley/settings.json'],
    ['eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl', '…'],
    ['request 0b0f4c9e-3c1e-4f5c-9d0e-7a3f0d9b1c22 failed', 'request 0b0f4c9e-3c1e-4f5c-9d0e-7a3f0d9b1c22 failed'],
    ['opened /opt/parley/resources/app.asar/out/main/main.js', 'opened /opt/parley/resources/app.asar/out/main/main.js'],
    ['{"what":"session","state":"signed-in","code":"ENOENT"}', '{"what":"session","state":"signed-in","code":"ENOENT"}'],
    ['the workspace is ready on 127.0.0.1:43121', 'the workspace is ready on 127.0.0.1:43121'],
  ])('%s', (text, expected) => {
    expect(redact(text, home)).toBe(expected)
  })

  it.each([
    [String.raw`ENOENT: C:\Users\anna\AppData\Parley`, String.raw`ENOENT: ~\AppData\Parley`],
    [JSON.stringify({ folder: String.raw`C:\Users\anna\AppData` }), String.raw`{"folder":"~\\AppData"}`],
    ['loaded file:///C:/Users/anna/x', 'loaded file:///~/x'],
  ])('%s, on Windows', (text, expected) => {
    expect(redact(text, String.raw`C:\Users\anna`)).toBe(expected)
  })

  const token = fc.string({ unit: fc.constantFrom('A', 'B', 'C', 'D', 'a', 'b', 'c', 'd', '0', '1', '2', '3', '_', '-'), minLength: 40, maxLength: 90 })
  const words = fc.array(fc.constantFrom('open', 'the', 'session', 'failed:', '(', ')', '"', '?a=1&'), { maxLength: 6 }).map((list) => list.join(' '))

  it('leaves no token in any sentence', () => {
    fc.assert(
      fc.property(words, token, words, (before, secret, after) => {
        fc.pre(!/^[0-9a-f-]{36}$/i.test(secret))
        expect(redact(`${before} ${secret} ${after}`, home)).not.toContain(secret)
      }),
    )
  })

  it('leaves no value of a secret parameter, however short', () => {
    const value = fc.string({ unit: fc.constantFrom('x', 'y', 'z', 'X', '7', '8', '9'), minLength: 4, maxLength: 12 })
    fc.assert(
      fc.property(fc.constantFrom('code', 'state', 'password', 'client_secret', 'refresh_token'), value, (name, secret) => {
        expect(redact(`POST /oauth2/token?${name}=${secret}&grant_type=x`, home)).not.toContain(secret)
      }),
    )
  })

  it('leaves no value of a secret field, however short', () => {
    const value = fc.string({ unit: fc.constantFrom('x', 'y', ' ', 'X', '7', '8', '9'), minLength: 4, maxLength: 12 })
    fc.assert(
      fc.property(fc.constantFrom('password', 'client_secret', 'refresh_token', 'device_code'), value, (name, secret) => {
        fc.pre(secret.trim() !== '')
        expect(redact(JSON.stringify({ [name]: secret, ok: true }), home)).not.toContain(secret)
      }),
    )
  })

  it('is done after once', () => {
    fc.assert(fc.property(fc.string(), (text) => redact(redact(text, home), home) === redact(text, home)))
  })
})
