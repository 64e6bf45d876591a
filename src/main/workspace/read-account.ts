import type { AccountAnswer } from '../account/session-keeper'
import { lostConnection, oneToken, type TokenSource, type Workspace } from './workspace'

/**
 * Makes the function that tells whose access token it is, before there is a session that could be asked.
 *
 * @param open Opens the workspace for a source of tokens.
 */
export function readAccountWith(
  open: (tokens: TokenSource) => Pick<Workspace, 'account'>,
): (accessToken: string) => Promise<AccountAnswer> {
  return async (accessToken) => {
    const answer = await open(oneToken(accessToken)).account()
    if (answer.outcome === 'done') return answer
    const { problem } = answer
    const lost = lostConnection(problem)
    if (lost !== null) return { outcome: 'failed', problem: lost }
    const isKept = problem === 'expired' || problem === 'forbidden' || problem === 'registration' || problem === 'bad-answer'
    return { outcome: 'failed', problem: isKept ? problem : 'workspace-error' }
  }
}
