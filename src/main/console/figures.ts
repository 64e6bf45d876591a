import type { Licence } from '../../contract/licence'
import type { Account } from '../../contract/session'
import type { CompanyFigures } from '../../contract/user-management'
import type { WorkspaceProblem } from '../../contract/workspace'
import type { Company, Workspace, WorkspaceAnswer } from '../workspace/workspace'

/**
 * Asks a workspace for the company's figures.
 *
 * @param now Milliseconds since the epoch.
 */
export async function fetchFigures(
  workspace: Pick<Workspace, 'account' | 'company' | 'licences'>,
  now: () => number,
): Promise<WorkspaceAnswer<CompanyFigures>> {
  const [account, company, licences] = await Promise.all([
    workspace.account(),
    workspace.company(),
    workspace.licences(),
  ])
  if (account.outcome === 'failed') return account
  if (company.outcome === 'failed' && !isHidden(company.problem)) return company
  if (licences.outcome === 'failed' && !isHidden(licences.problem)) return licences
  const known = {
    account: account.value,
    company: company.outcome === 'done' ? company.value : null,
    licences: licences.outcome === 'done' ? licences.value : null,
  }
  return { outcome: 'done', value: toFigures(known, now()) }
}

/** Some workspaces tell members nothing of the company, or of its licences. */
function isHidden(problem: WorkspaceProblem): boolean {
  return problem === 'forbidden' || problem === 'not-found'
}

interface Known {
  account: Account
  /** Null where the account may not see it. */
  company: Company | null
  /** Null where the account may not see them. */
  licences: Licence[] | null
}

/** Who may not see the licences, and whose role is not told, can't manage them either: a member. */
function toFigures({ account, company, licences }: Known, fetchedAt: number): CompanyFigures {
  return {
    companyName: company === null || company.name === '' ? account.companyName : company.name,
    role: licences === null ? (account.role ?? 'member') : account.role,
    licences: licences ?? [],
    administrators: company?.administrators ?? [],
    fetchedAt,
  }
}
