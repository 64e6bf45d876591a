import { describe, expect, it } from 'vitest'
import { failureOf, readRefusal, readWait, RequestFailed } from './failure'

describe('readWait', () => {
  it.each([
    [{ 'retry-after': '30' }, 30],
    [{ 'x-retry-after': '7' }, 7],
    [{ 'retry-after': '0' }, 1],
    [{ 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, null],
    [{}, null],
  ])('%o → %s', (headers, seconds) => {
    expect(readWait(new Headers(Object.entries(headers)))).toBe(seconds)
  })
})

describe('readRefusal', () => {
  it('keeps the reason, the fields and the wait', () => {
    const headers = new Headers({ 'retry-after': '5' })
    expect(readRefusal({ error: 'invalid', fields: ['name'] }, headers)).toEqual({
      kind: 'refused',
      error: 'invalid',
      fields: ['name'],
      waitSeconds: 5,
    })
  })

  it.each([[undefined], ['text'], [{ error: 'unheard-of' }], [{ error: 'internal' }], [{ error: 'busy' }]])('%o is unexpected', (body) => {
    expect(readRefusal(body, new Headers())).toEqual({ kind: 'unexpected' })
  })
})

describe('failureOf', () => {
  it('finds the failure, and takes anything else for unexpected', () => {
    expect(failureOf(new RequestFailed({ kind: 'unreachable' }))).toEqual({ kind: 'unreachable' })
    expect(failureOf(new TypeError('x'))).toEqual({ kind: 'unexpected' })
  })
})
