import { sql, type RawBuilder, type SqlBool } from 'kysely'

/**
 * The condition that a `membership` which is looked up by its account is in the company.
 *
 * It is written so that no index can answer it. SQLite knows nothing of how large companies are, and would rather read
 * everybody in one than look some hundred accounts up.
 */
export function isIn(companyId: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`coalesce("membership"."companyId", '') = ${companyId}`
}
