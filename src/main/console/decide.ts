import { includesUserManagement } from '../../contract/licence'
import type { Account } from '../../contract/session'
import type { CompanyFigures, UserManagement } from '../../contract/user-management'
import type { WorkspaceProblem } from '../../contract/workspace'

/** What is known when the panel is asked for. */
export type Knowledge =
  | { session: 'signed-out' }
  | { session: 'expired' }
  | {
      session: 'signed-in'
      account: Account
      /** The newest figures, or the last known ones, or none. */
      figures: CompanyFigures | null
      /** Why there are no newer ones; null when these are new. */
      problem: WorkspaceProblem | null
      /** Address of the console, or null while the workspace has none. */
      address: string | null
    }

/**
 * Decides what the User management panel shows, and with it whether the console may be opened (product description,
 * "The pop-up"). A member's place comes before the company's licence: only managers can do anything about either.
 */
export function decideUserManagement(known: Knowledge): UserManagement {
  if (known.session !== 'signed-in') return { state: known.session }
  const { account, figures, problem, address } = known
  const target = address === null ? null : { host: new URL(address).host, email: account.email }
  if (figures === null) return { state: 'unreachable', problem: problem ?? 'workspace-error', target }
  if (figures.role === 'member') return { state: 'member', figures, problem }
  if (!includesUserManagement(figures.licences)) return { state: 'no-licence', figures, problem }
  if (target === null) return { state: 'unreachable', problem: problem ?? 'workspace-error', target }
  return { state: 'allowed', figures, problem, target }
}
