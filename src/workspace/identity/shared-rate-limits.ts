import { sql } from 'kysely'
import type { Clock } from '../clock'
import type { WorkspaceDatabase } from '../database/sqlite'
import type { RateLimits } from './rate-limits'

/**
 * Counts requests in the database, so that several instances keep one limit together. One statement counts and decides,
 * so that no two requests see the same count.
 */
export function sharedRateLimits(db: WorkspaceDatabase, now: Clock): RateLimits {
  return {
    consume: async (key, rule) => {
      const moment = now()
      const endsAt = moment + rule.window * 1000
      const isOver = sql<boolean>`"rateLimit"."endsAt" <= ${moment}`
      const count = await db
        .insertInto('rateLimit')
        .values({ key: key.replaceAll('\0', ''), used: 1, endsAt })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet({
            used: sql`case when ${isOver} then 1 else "rateLimit"."used" + 1 end`,
            endsAt: sql`case when ${isOver} then ${endsAt} else "rateLimit"."endsAt" end`,
          }),
        )
        .returning(['used', 'endsAt'])
        .executeTakeFirstOrThrow()
      if (count.used <= rule.max) return { allowed: true, retryAfter: null }
      return { allowed: false, retryAfter: Math.max(1, Math.ceil((count.endsAt - moment) / 1000)) }
    },
  }
}
