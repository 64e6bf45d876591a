import { afterEach, expect, it, vi } from 'vitest'
import { failureProblem, isUnanswered, noAnswer, RequestFailed } from './failure'

afterEach(() => {
  vi.unstubAllGlobals()
})

it.each([
  ['127.0.0.1', 'unreachable-here', 'unexpected-here'],
  ['meet.example.com', 'unreachable', 'unexpected'],
])('where the page is from %s, says what helps there', (hostname, unreachable, unexpected) => {
  vi.stubGlobal('location', { hostname })
  expect(failureProblem(noAnswer())).toBe(unreachable)
  expect(isUnanswered(noAnswer())).toBe(true)
  expect(failureProblem(new RequestFailed({ kind: 'unexpected' }))).toBe(unexpected)
  expect(isUnanswered(new RequestFailed({ kind: 'unexpected' }))).toBe(false)
})
