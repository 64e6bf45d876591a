import { lostConnection } from '../workspace/workspace'
import type { SignInEnding } from './browser-page-words'
import type { AccountAnswer } from './session-keeper'

/** How a sign-in ends whose account could not be read. */
export function endingOf(problem: Extract<AccountAnswer, { outcome: 'failed' }>['problem']): SignInEnding {
  if (problem === 'registration') return problem
  const lost = lostConnection(problem)
  if (lost === null) return 'refused'
  return lost === 'offline' || lost === 'too-slow' || lost === 'network-sign-in' ? 'workspace-unreachable' : lost
}
