import { useCallback, useState } from 'react'
import type { SignInStart, WorkspaceKind } from '../../../contract/accounts'
import { useClient } from '../../state/client'
import type { StartProblem } from '../../state/start-words'

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
