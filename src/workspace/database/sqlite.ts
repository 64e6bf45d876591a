import { DatabaseSync } from '@photostructure/sqlite'
import { chmodSync, closeSync, openSync } from 'node:fs'
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  type QueryCompiler,
  type SelectModifierNode,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely'
import QuickLRU from 'quick-lru'
import { toBindable } from './bindable'
import type { Tables } from './tables'

/** How long a write waits for another process's write, milliseconds. */
const busyTimeout = 5000

/**
 * Kilobytes of pages that are kept at hand, and pages of the write-ahead log after which it is brought into the file. Users
 * of a large company lie scattered; SQLite's own two megabytes would read and write the same pages over and over.
 */
const cacheSize = 32_000
const pagesOfLog = 4_000

/** Statements that are kept ready, by their SQL. Native code frees one only when the event loop comes round, which bulk work lets wait. */
const statementsKept = 200

type Native = InstanceType<typeof DatabaseSync>

/** The workspace's database, whatever is below it. */
export type WorkspaceDatabase = Kysely<Tables>

/**
 * Opens a SQLite file made for its owner's eyes alone (mode 0600; its WAL files take over that mode).
 *
 * @param path Absolute path of the file; it is made when missing.
 * @throws When the file can't be opened or is not a database.
 */
export function openSqlite(path: string): WorkspaceDatabase {
  closeSync(openSync(path, 'a', 0o600))
  chmodSync(path, 0o600)
  const native = new DatabaseSync(path)
  for (const pragma of [
    `busy_timeout = ${String(busyTimeout)}`,
    'journal_mode = wal',
    'synchronous = normal',
    'foreign_keys = on',
    'trusted_schema = off',
    `cache_size = -${String(cacheSize)}`,
    `wal_autocheckpoint = ${String(pagesOfLog)}`,
  ]) {
    native.prepare(`pragma ${pragma}`).all()
  }
  return new Kysely<Tables>({ dialect: new WorkspaceSqliteDialect({ database: guarded(native) }) })
}

/** The database as Kysely wants it, with every parameter checked before it reaches native code. */
function guarded(native: Native): SqliteDatabase {
  const kept = new QuickLRU<string, SqliteStatement>({ maxSize: statementsKept })
  return {
    close: () => {
      intoTheFile(native)
      native.close()
    },
    prepare: (sql) => {
      const known = kept.get(sql)
      if (known !== undefined) return known
      const statement = native.prepare(sql)
      const guardedOne: SqliteStatement = {
        reader: statement.columns().length > 0,
        all: (parameters): unknown[] => statement.all(...parameters.map(toBindable)),
        run: (parameters) => statement.run(...parameters.map(toBindable)),
        iterate: (parameters) => statement.iterate(...parameters.map(toBindable)),
      }
      kept.set(sql, guardedOne)
      return guardedOne
    },
  }
}

/**
 * Brings the write-ahead log into the file. SQLite does that with the last connection's end, but not while there are statements,
 * and those that are kept end with the process.
 */
function intoTheFile(native: Native): void {
  try {
    native.prepare('pragma wal_checkpoint(truncate)').all()
  } catch {
    // As with SQLite's own end: what can't be brought into the file stays in the log, where the next start finds it.
  }
}

/**
 * SQLite with transactions that take the write lock at once. A deferred transaction that reads first and writes later
 * fails when another process wrote in between, and waiting does not help it.
 */
class WorkspaceSqliteDialect extends SqliteDialect {
  readonly #config: { database: SqliteDatabase }

  constructor(config: { database: SqliteDatabase }) {
    super(config)
    this.#config = config
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config)
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter()
  }

  override createQueryCompiler(): QueryCompiler {
    return new WithoutRowLocks()
  }
}

/**
 * SQLite knows no `for update`. A transaction has the whole database to itself here, so that what asks for the lock of
 * some rows has it already.
 */
class WithoutRowLocks extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.rawModifier !== undefined || node.modifier === 'Distinct') super.visitSelectModifier(node)
  }
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

/** SQLite's schema changes do take part in transactions, so that a migration is done whole or not at all. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
