import { failureOf } from '../api/failure'

/** Why something about an invitation or a request was not done; each has words in the language files. */
const problems = ['not-found', 'not-allowed', 'email-taken', 'wrong-state', 'invalid', 'too-many-requests'] as const

type InvitationProblem = (typeof problems)[number] | 'unreachable' | 'unreachable-here' | 'unexpected'

/** Finds out what to say about an invitation or a request that was refused. */
export function invitationProblem(thrown: unknown): InvitationProblem {
  const failure = failureOf(thrown)
  if (failure.kind !== 'refused') return failure.kind
  return problems.find((each) => each === failure.error) ?? 'unexpected'
}
