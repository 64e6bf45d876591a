import { failureOf, failureProblem } from '../api/failure'

/** What the sign-in page says when a sign-in fails; each has words in the language files. */
export type SignInProblem =
  | {
      readonly kind:
        | 'wrong-credentials'
        | 'sign-in-outdated'
        | 'not-allowed'
        | 'company-ends'
        | 'too-many-requests'
        | 'unreachable'
        | 'unreachable-here'
        | 'unexpected'
        | 'unexpected-here'
    }
  | { readonly kind: 'wait'; readonly seconds: number }

/** Finds out what to say about a failed sign-in. */
export function signInProblem(thrown: unknown): SignInProblem {
  const failure = failureOf(thrown)
  if (failure.kind !== 'refused') return { kind: failureProblem(thrown) }
  switch (failure.error) {
    case 'too-many-requests':
      return failure.waitSeconds === null ? { kind: failure.error } : { kind: 'wait', seconds: failure.waitSeconds }
    case 'wrong-credentials':
    case 'sign-in-outdated':
    case 'not-allowed':
    case 'company-ends':
      return { kind: failure.error }
    // Whatever the workspace doesn't take for an e-mail and a password can't be right.
    case 'invalid':
      return { kind: 'wrong-credentials' }
    default:
      return { kind: failureProblem(thrown) }
  }
}
