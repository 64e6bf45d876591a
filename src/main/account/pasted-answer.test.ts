import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readPastedAnswer } from './pasted-answer'

it.each([
  'code=c&state=s&iss=http%3A%2F%2F127.0.0.1%3A1',
  '  code=c&state=s&iss=http%3A%2F%2F127.\n0.0.1%3A1\n',
  '?code=c&state=s&iss=http%3A%2F%2F127.0.0.1%3A1',
  'http://127.0.0.1:5/signed-in?code=c&state=s&iss=http%3A%2F%2F127.0.0.1%3A1',
  'http://127.0.0.1:5/signed-in#code=c&state=s&iss=http%3A%2F%2F127.0.0.1%3A1',
])('reads %j', (text) => {
  const answer = readPastedAnswer(text)
  expect(answer?.get('code')).toBe('c')
  expect(answer?.get('state')).toBe('s')
  expect(answer?.get('iss')).toBe('http://127.0.0.1:1')
})

it('reads an error', () => {
  expect(readPastedAnswer('error=access_denied&state=s')?.get('error')).toBe('access_denied')
})

it.each(['', 'hello', 'code=c', 'state=s', 'code=&state=s', 'code=a&code=b&state=s', 'code=a&state=s&state=t', 'WDJB-2345'])(
  'finds no answer in %j',
  (text) => {
    expect(readPastedAnswer(text)).toBeNull()
  },
)

it('reads whatever is pasted without falling over', () => {
  fc.assert(fc.property(fc.string(), (text) => void readPastedAnswer(text)))
})
