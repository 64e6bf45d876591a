import { isRefusal } from '../api/failure'
import { useWords } from '../i18n/words'
import { signInProblem } from '../identity/sign-in-problem'

/** Gives the words for a code that led nowhere. */
export function useDeviceProblemText(): (thrown: unknown) => string {
  const { t } = useWords()
  return (thrown) => {
    // Whatever the workspace does not take for a code is none that it gave.
    if (isRefusal(thrown, 'not-found') || isRefusal(thrown, 'invalid')) return t('device.notFound')
    const problem = signInProblem(thrown)
    return problem.kind === 'wait' ? t('signIn.wait', { count: problem.seconds }) : t(`signIn.problems.${problem.kind}`)
  }
}
