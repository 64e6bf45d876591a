import { expect, it } from 'vitest'
import type { ConsoleError } from '../../contract/console-api'
import { RequestFailed } from '../api/failure'
import { signInProblem } from './sign-in-problem'

const refused = (error: ConsoleError['error'], waitSeconds: number | null = null) =>
  new RequestFailed({ kind: 'refused', error, fields: [], waitSeconds })

it.each([
  [refused('wrong-credentials'), { kind: 'wrong-credentials' }],
  [refused('company-ends'), { kind: 'company-ends' }],
  [refused('invalid'), { kind: 'wrong-credentials' }],
  [refused('sign-in-outdated'), { kind: 'sign-in-outdated' }],
  [refused('too-many-requests', 30), { kind: 'wait', seconds: 30 }],
  [refused('too-many-requests'), { kind: 'too-many-requests' }],
  [refused('not-found'), { kind: 'unexpected' }],
  [new RequestFailed({ kind: 'unreachable' }), { kind: 'unreachable' }],
  [new Error('x'), { kind: 'unexpected' }],
])('%s', (thrown, problem) => {
  expect(signInProblem(thrown)).toEqual(problem)
})
