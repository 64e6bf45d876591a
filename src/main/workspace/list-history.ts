import type { WorkspaceProblem } from '../../contract/workspace'

/** What is known of a list that not every account has, and that nothing but its answer tells of. */
export interface ListHistory {
  /** Whether the workspace ever gave it for this account. */
  hasAnswered(): boolean
  answered(): void
  /** It was never given, and could not be had this time either. */
  stillMissing(problem: WorkspaceProblem): void
}

/** A history of this moment alone, for who asks once. */
export function freshHistory(): ListHistory {
  let hasAnswered = false
  return {
    hasAnswered: () => hasAnswered,
    answered: () => {
      hasAnswered = true
    },
    stillMissing: () => undefined,
  }
}
