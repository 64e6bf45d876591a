import { failureOf } from '../api/failure'

/** Why a licence could not be changed, as far as people can act on it; each has words in the language files. */
export type ChangeProblem =
  | 'no-seats-left'
  | 'licence-not-usable'
  | 'not-found'
  | 'not-allowed'
  | 'too-many-requests'
  | 'unreachable'
  | 'unreachable-here'
  | 'unexpected'

/** Finds out what to say about a change that failed. */
export function changeProblem(thrown: unknown): ChangeProblem {
  const failure = failureOf(thrown)
  if (failure.kind !== 'refused') return failure.kind
  switch (failure.error) {
    case 'no-seats-left':
    case 'licence-not-usable':
    case 'not-found':
    case 'not-allowed':
    case 'too-many-requests':
      return failure.error
    default:
      return 'unexpected'
  }
}
