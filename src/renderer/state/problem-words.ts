import type { WorkspaceProblem } from '../../contract/workspace'
import type { Word } from '../i18n/words'

/** What each problem with a workspace is called, and what to do about it. */
const words: Readonly<Record<WorkspaceProblem, Word>> = {
  offline: 'trouble.connection',
  'too-slow': 'trouble.slow',
  'name-not-found': 'trouble.connection',
  certificate: 'trouble.secure',
  'client-certificate': 'trouble.clientCertificate',
  clock: 'trouble.clock',
  'network-sign-in': 'trouble.networkSignIn',
  proxy: 'trouble.proxy',
  'cut-off': 'trouble.connection',
  'too-large': 'trouble.workspace',
  'bad-answer': 'trouble.workspace',
  expired: 'trouble.expired',
  registration: 'trouble.registration',
  keychain: 'trouble.keychain',
  forbidden: 'trouble.forbidden',
  'licence-required': 'trouble.licence',
  'not-found': 'trouble.notFound',
  conflict: 'trouble.conflict',
  invalid: 'trouble.invalid',
  busy: 'trouble.busy',
  'workspace-error': 'trouble.workspace',
  'not-offered': 'trouble.notOffered',
}

/** The words for a problem; null stands for main itself, which could not answer. */
export function problemWord(problem: WorkspaceProblem | null): Word {
  return problem === null ? 'page.failed' : words[problem]
}
