import { expect, it } from 'vitest'
import { readAnswer } from './answer'

it.each([
  ['?code=c&state=s&iss=http%3A%2F%2F127.0.0.1%3A1', { kind: 'code', text: 'code=c&state=s&iss=http%3A%2F%2F127.0.0.1%3A1' }],
  ['?state=s&code=c&something=else', { kind: 'code', text: 'code=c&state=s' }],
  ['?error=access_denied&state=s', { kind: 'refused' }],
  ['?code=c', { kind: 'nothing' }],
  ['', { kind: 'nothing' }],
])('reads %j', (search, answer) => {
  expect(readAnswer(search)).toEqual(answer)
})
