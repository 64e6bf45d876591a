import type { SignInStart } from '../../contract/accounts'
import type { Word } from '../i18n/words'

export type StartProblem = Exclude<SignInStart, 'started'>

/** Why a sign-in could not even be started, and what to do. */
export const startWords: Readonly<Record<StartProblem, Word>> = {
  'not-an-address': 'place.notAnAddress',
  'not-secure': 'place.notSecure',
  'no-workspace': 'place.noWorkspace',
  unreachable: 'place.unreachable',
  certificate: 'trouble.secure',
  'client-certificate': 'trouble.clientCertificate',
  clock: 'trouble.clock',
  proxy: 'trouble.proxy',
  'no-client-id': 'place.noClientId',
}
