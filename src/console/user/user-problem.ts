import { failureOf } from '../api/failure'

/** Why something about a user was not done, as far as people can act on it; each has words in the language files. */
const problems = [
  'email-taken',
  'last-administrator',
  'not-allowed',
  'not-found',
  'no-seats-left',
  'licence-not-usable',
  'invalid',
  'too-many-requests',
] as const

type UserProblem = (typeof problems)[number] | 'unreachable' | 'unreachable-here' | 'unexpected'

/** Finds out what to say about a change of a user that failed. */
export function userProblem(thrown: unknown): UserProblem {
  const failure = failureOf(thrown)
  if (failure.kind !== 'refused') return failure.kind
  return problems.find((each) => each === failure.error) ?? 'unexpected'
}
