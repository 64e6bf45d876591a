import type { WorkspaceDatabase } from '../database/sqlite'
import type { Actor } from '../users/may-manage'

/** Whoever began the job, as they are now; null when they may not change users any more. */
export async function findActor(
  db: WorkspaceDatabase,
  { authorId, companyId }: { readonly authorId: string; readonly companyId: string },
): Promise<NonNullable<Actor> | null> {
  const found = await db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.accountId')
    .where('membership.accountId', '=', authorId)
    .where('membership.companyId', '=', companyId)
    .where('membership.active', '=', 1)
    .select(['user.email', 'membership.role'])
    .executeTakeFirst()
  return found === undefined || found.role === 'member' ? null : { accountId: authorId, ...found }
}
