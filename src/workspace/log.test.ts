import { expect, it } from 'vitest'
import { createLog, describeError } from './log'

it('writes one line of JSON for each event, whatever the fields hold', () => {
  const lines: string[] = []
  createLog(
    (line) => lines.push(line),
    () => 0,
  )('started', { port: 1, path: 'a\nb' })
  expect(lines).toEqual(['{"at":"1970-01-01T00:00:00.000Z","event":"started","port":1,"path":"a\\nb"}\n'])
})

it('describes whatever was thrown', () => {
  expect(describeError(new TypeError('no'))).toBe('TypeError: no')
  expect(describeError('text')).not.toContain('text')
})
