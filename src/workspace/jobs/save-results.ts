import type { WorkspaceDatabase } from '../database/sqlite'
import type { ItemResult } from './plan'

/** Writes what came of users that were still to be done, with one statement for all of which the same is to be said. */
export async function saveResults(
  transaction: WorkspaceDatabase,
  jobId: string,
  results: readonly ItemResult[],
): Promise<void> {
  const alike = new Map<string, { readonly positions: number[]; readonly result: ItemResult }>()
  for (const result of results) {
    const key = JSON.stringify([result.state, result.reasons, result.opposite])
    const others = alike.get(key)
    if (others === undefined) alike.set(key, { positions: [result.position], result })
    else others.positions.push(result.position)
  }
  for (const { positions, result } of alike.values()) {
    await transaction
      .updateTable('jobItem')
      .set({
        state: result.state,
        reasons: result.reasons.join(' '),
        opposite: result.opposite === null ? null : JSON.stringify(result.opposite),
      })
      .where('jobId', '=', jobId)
      .where('state', '=', 'pending')
      // Without the bounds a database with figures of yesterday may look at all users of the job for the few.
      .where('position', '>=', Math.min(...positions))
      .where('position', '<=', Math.max(...positions))
      .where('position', 'in', positions)
      .execute()
  }
}
