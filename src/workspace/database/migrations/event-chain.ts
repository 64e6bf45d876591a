import { PostgresAdapter, sql, type Kysely, type Migration } from 'kysely'
import { chainStart, hashEntry, type ChainedEntry } from '../../events/chain'

interface HeadRow {
  companyId: string
  number: number
  hash: string
  cutNumber: number
  cutHash: string
  keptDays: number | null
}

type BeforeAndAfter = Record<'event', ChainedEntry & { hash: string }> & Record<'eventHead', HeadRow>

/** Each event is chained to the one before, and none is changed or removed but from the log's beginning. */
export const eventChain: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('eventHead')
      .addColumn('companyId', 'text', (column) =>
        column.primaryKey().notNull().references('company.id').onDelete('restrict'),
      )
      .addColumn('number', 'bigint', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('cutNumber', 'bigint', (column) => column.notNull())
      .addColumn('cutHash', 'text', (column) => column.notNull())
      .addColumn('keptDays', 'integer', (column) => column.check(sql`"keptDays" > 0`))
      .execute()
    // SQLite adds one column at a time.
    const event = db.schema.alterTable('event')
    await event.addColumn('number', 'bigint', (column) => column.notNull().defaultTo(0)).execute()
    await event.addColumn('hash', 'text', (column) => column.notNull().defaultTo('')).execute()
    await event.addColumn('address', 'text').execute()
    await chainOldEvents(db.withTables<BeforeAndAfter>())
    await db.schema
      .createIndex('event_number_uidx')
      .on('event')
      .columns(['companyId', 'number'])
      .unique()
      .execute()
    const isPostgresql = db.getExecutor().adapter instanceof PostgresAdapter
    for (const statement of isPostgresql ? postgresqlTriggers : sqliteTriggers) await statement.execute(db)
  },
}

async function chainOldEvents(db: Kysely<BeforeAndAfter>): Promise<void> {
  const heads = new Map<string, { number: number; hash: string }>()
  const events = await db.selectFrom('event').selectAll().orderBy('at').orderBy('id').execute()
  for (const event of events) {
    const head = heads.get(event.companyId) ?? { number: 0, hash: chainStart }
    const number = head.number + 1
    const hash = hashEntry(head.hash, { ...event, number, address: null })
    await db.updateTable('event').set({ number, hash }).where('id', '=', event.id).execute()
    heads.set(event.companyId, { number, hash })
  }
  for (const [companyId, head] of heads) {
    const row = { companyId, ...head, cutNumber: 0, cutHash: chainStart, keptDays: null }
    await db.insertInto('eventHead').values(row).execute()
  }
}

const sqliteTriggers = [
  sql`
    create trigger event_unchanged before update on "event"
    begin select raise(abort, 'Events are never changed'); end`,
  sql`
    create trigger event_kept before delete on "event"
    when old."number" > coalesce((select "cutNumber" from "eventHead" where "companyId" = old."companyId"), 0)
    begin select raise(abort, 'Events are removed from the beginning of the log alone'); end`,
]

const postgresqlTriggers = [
  sql`
    create function refuse_event_change() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' then raise exception 'Events are never changed'; end if;
      if old."number" > coalesce((select "cutNumber" from "eventHead" where "companyId" = old."companyId"), 0) then
        raise exception 'Events are removed from the beginning of the log alone';
      end if;
      return old;
    end $$`,
  sql`
    create trigger event_unchanged before update or delete on "event"
    for each row execute function refuse_event_change()`,
]
