import type { SignInProblem } from '../../../contract/session'
import { Button } from '../../controls/button'
import { Message } from '../../controls/message'
import { useWords, type Word } from '../../i18n/words'

const words: Readonly<Record<SignInProblem, Word>> = {
  cancelled: 'problem.cancelled',
  'timed-out': 'problem.timedOut',
  refused: 'problem.refused',
  'answer-not-trusted': 'problem.answerNotTrusted',
  'workspace-unreachable': 'problem.unreachable',
  certificate: 'trouble.secure',
  'client-certificate': 'trouble.clientCertificate',
  clock: 'trouble.clock',
  proxy: 'trouble.proxy',
  registration: 'trouble.registration',
  keychain: 'trouble.keychain',
  'port-taken': 'problem.portTaken',
  'browser-not-opened': 'problem.browserNotOpened',
  other: 'problem.other',
}

interface SignInProblemProps {
  problem: SignInProblem
  /** Shows what the company has registered, where that is in reach. */
  onCheckRegistration?: () => void
}

/** Why the last sign-in did not end well, and what to do. Saying no oneself is no fault, so that it has no alarm. */
export function SignInProblemMessage({ problem, onCheckRegistration }: SignInProblemProps) {
  const { t } = useWords()
  const isAboutRegistration = problem === 'registration' || problem === 'keychain' || problem === 'port-taken'
  const actions = isAboutRegistration && onCheckRegistration !== undefined ? <Button onClick={onCheckRegistration}>{t('registration.check')}</Button> : undefined
  return (
    <Message kind={problem === 'cancelled' ? 'note' : 'problem'} actions={actions}>
      {t(words[problem])}
    </Message>
  )
}
