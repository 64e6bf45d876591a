import { z } from 'zod'
import type { SignInProblem } from '../../contract/session'
import { lostConnection } from '../workspace/workspace'
import type { SignInEnding } from './browser-page-words'
import type { ProviderFailure } from './provider-failure'
import type { AccountAnswer } from './session-keeper'

/** How a sign-in ends whose account could not be read. */
export function endingOf(problem: Extract<AccountAnswer, { outcome: 'failed' }>['problem']): SignInEnding {
  if (problem === 'registration') return problem
  const lost = lostConnection(problem)
  if (lost === null) return 'refused'
  return lost === 'offline' || lost === 'too-slow' || lost === 'network-sign-in' ? 'workspace-unreachable' : lost
}

/** How one ends that the provider of identities failed, or that nobody went on with. */
export const problemOf: Readonly<Record<ProviderFailure | 'timed-out', SignInProblem>> = {
  cancelled: 'cancelled',
  refused: 'refused',
  unreachable: 'workspace-unreachable',
  'not-trusted': 'answer-not-trusted',
  registration: 'registration',
  keychain: 'keychain',
  certificate: 'certificate',
  'client-certificate': 'client-certificate',
  clock: 'clock',
  proxy: 'proxy',
  'timed-out': 'timed-out',
  other: 'other',
}

/** Whether the port for the answer could not be had: another program listens there, or the system lets only others do so. */
export function isPortTaken(error: unknown): boolean {
  const listening = z.object({ syscall: z.literal('listen'), code: z.enum(['EADDRINUSE', 'EACCES']) })
  return listening.safeParse(error).success
}
