import { expect, it } from 'vitest'
import { RequestFailed, type Failure } from '../api/failure'
import en from '../i18n/en.json'
import { formProblem } from './form-problem'

const refused = (error: Extract<Failure, { kind: 'refused' }>['error']): Failure => ({ kind: 'refused', error, fields: [], waitSeconds: null })

it.each([
  // The mail server was taken away since the page was loaded: trying again would not help.
  [refused('mail-needed'), 'mail-needed'],
  [refused('wrong-credentials'), 'wrong-credentials'],
  [refused('wrong-state'), 'unexpected'],
  [{ kind: 'unreachable' }, 'unreachable'],
] as const)('has words for %j', (failure, problem) => {
  expect(formProblem(new RequestFailed(failure))).toBe(problem)
  expect(en.ownAccount.problems[problem]).toMatch(/\.$/)
})
