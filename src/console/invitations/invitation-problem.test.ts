import { expect, it } from 'vitest'
import { RequestFailed, type Failure } from '../api/failure'
import en from '../i18n/en.json'
import { invitationProblem } from './invitation-problem'

const refused = (error: Extract<Failure, { kind: 'refused' }>['error']): Failure => ({ kind: 'refused', error, fields: [], waitSeconds: null })

it.each([
  // Whoever asked to join was given an account meanwhile: trying again would not help.
  [refused('email-taken'), 'email-taken'],
  [refused('not-found'), 'not-found'],
  [refused('not-allowed'), 'not-allowed'],
  [refused('wrong-state'), 'wrong-state'],
  [refused('company-exists'), 'unexpected'],
  [{ kind: 'unreachable' }, 'unreachable'],
] as const)('has words for %j', (failure, problem) => {
  expect(invitationProblem(new RequestFailed(failure))).toBe(problem)
  expect(en.invitations.problems[problem]).toMatch(/\.$/)
})
