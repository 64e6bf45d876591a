import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { UsersOrder } from '../../contract/console-api'
import { roleSchema } from '../../contract/session'
import type { WorkspaceDatabase } from '../database/sqlite'

/**
 * One stretch of a sorted table: an index holds its rows in their order, so that a page of it is read where it begins
 * and no further than it ends.
 */
export interface Stretch {
  /** Names the stretch among those of the same order. */
  readonly key: string
  readonly where: RawBuilder<SqlBool> | null
  /** What its rows are sorted by, before their ids. */
  readonly columns: readonly ('foldedName' | 'foldedEmail' | 'lastSeenAt')[]
  readonly direction: 'asc' | 'desc'
}

const equals = (column: 'role' | 'firstLicence', value: string) => sql<SqlBool>`${sql.ref(`membership.${column}`)} = ${value}`

/**
 * The stretches of an order, first to last. Roles go by what they may do and users with several licences by the first
 * name of them; inside of one role or licence people stand by name in both directions.
 */
export async function stretchesOf(
  db: WorkspaceDatabase,
  companyId: string,
  { sort, direction: wanted }: UsersOrder,
): Promise<readonly Stretch[]> {
  const direction = wanted === 'ascending' ? 'asc' : 'desc'
  const turned = <Each>(list: readonly Each[]) => (direction === 'asc' ? list : list.toReversed())
  const byName = (key: string, where: RawBuilder<SqlBool>): Stretch => ({
    key,
    where,
    columns: ['foldedName'],
    direction: 'asc',
  })
  switch (sort) {
    case 'name':
      return [{ key: 'all', where: null, columns: ['foldedName'], direction }]
    case 'email':
      return [{ key: 'all', where: null, columns: ['foldedEmail'], direction }]
    case 'role':
      return turned(roleSchema.options).map((role) => byName(role, equals('role', role)))
    case 'licence': {
      const licences = await db.selectFrom('licence').where('companyId', '=', companyId).select('name').execute()
      const names = [...new Set(licences.map(({ name }) => name))].sort((a, b) => (a < b ? -1 : 1))
      return [
        ...turned(names).map((name) => byName(`of ${name}`, equals('firstLicence', name))),
        byName('none', sql<SqlBool>`"membership"."firstLicence" is null`),
      ]
    }
    case 'lastSeenAt':
      return [
        {
          key: 'seen',
          where: sql<SqlBool>`"membership"."lastSeenAt" is not null`,
          columns: ['lastSeenAt', 'foldedName'],
          direction,
        },
        byName('never', sql<SqlBool>`"membership"."lastSeenAt" is null`),
      ]
  }
}
