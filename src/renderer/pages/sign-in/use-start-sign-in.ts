import { useCallback, useState } from 'react'
import type { SignInStart, WorkspaceKind } from '../../../contract/accounts'
import type { Word } from '../../i18n/words'
import { useClient } from '../../state/client'

type StartProblem = Exclude<SignInStart, 'started'>

/** Why a sign-in could not even be started, and what to do. */
export const startWords: Readonly<Record<StartProblem, Word>> = {
  'not-an-address': 'place.notAnAddress',
  'not-secure': 'place.notSecure',
  'no-workspace': 'place.noWorkspace',
  unreachable: 'place.unreachable',
  'no-client-id': 'place.noClientId',
}

/**
 * The way to start a sign-in at a place.
 *
 * @returns Why the last try did not start one, the function that tries, and whether it is under way.
 */
export function useStartSignIn(): [StartProblem | null, (kind: WorkspaceKind, typed: string | null) => void, boolean] {
  const { bridge } = useClient()
  const [problem, setProblem] = useState<StartProblem | null>(null)
  const [busy, setBusy] = useState(false)
  const start = useCallback(
    (kind: WorkspaceKind, typed: string | null) => {
      setBusy(true)
      setProblem(null)
      const end = (outcome: SignInStart) => {
        setBusy(false)
        if (outcome !== 'started') setProblem(outcome)
      }
      bridge.invoke('accounts.signIn', { kind, typed }).then(end, () => end('unreachable'))
    },
    [bridge],
  )
  return [problem, start, busy]
}
