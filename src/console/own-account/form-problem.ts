import { failureOf } from '../api/failure'

/** What forms about passwords and e-mails say when they are refused; each has words in the language files. */
type FormProblem =
  | 'wrong-credentials'
  | 'password-too-common'
  | 'not-found'
  | 'mail-needed'
  | 'invalid'
  | 'too-many-requests'
  | 'unreachable'
  | 'unreachable-here'
  | 'unexpected'

/** Finds out what to say about a refused form. */
export function formProblem(thrown: unknown): FormProblem {
  const failure = failureOf(thrown)
  if (failure.kind !== 'refused') return failure.kind
  switch (failure.error) {
    case 'wrong-credentials':
    case 'password-too-common':
    case 'not-found':
    case 'mail-needed':
    case 'invalid':
    case 'too-many-requests':
      return failure.error
    default:
      return 'unexpected'
  }
}
