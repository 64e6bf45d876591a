import type { WorkspaceDatabase } from './sqlite'

/** PostgreSQL's names for a transaction that lost against others and may win at another try (Appendix A, class 40). */
const worthAnotherTry: ReadonlySet<unknown> = new Set(['40001', '40P01'])

const mostTries = 5

/**
 * Runs work in one transaction, and once more from the beginning where the database ended it for the sake of others. So
 * the work has to be done in the database alone.
 */
export async function inTransaction<Result>(
  db: WorkspaceDatabase,
  work: (transaction: WorkspaceDatabase) => Promise<Result>,
): Promise<Result> {
  // What runs inside of another transaction is tried again with the whole of it.
  if (db.isTransaction) return work(db)
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
      if (tries === mostTries || !worthAnotherTry.has(code)) throw error
    }
  }
}
