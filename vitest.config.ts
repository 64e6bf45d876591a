import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { findPostgresql } from './src/workspace/testing/find-postgresql.ts'

const hasPostgresql = findPostgresql() !== null
if (!hasPostgresql) process.stderr.write('PostgreSQL is not installed: the tests of the workspace on it are skipped.\n')

/** Tests whose database is a real one, which is made for each: they hold on SQLite and on PostgreSQL alike. */
const onBothDatabases = [
  'src/workspace/administration.test.ts',
  'src/workspace/api/**/*.test.ts',
  'src/workspace/as-a-script.test.ts',
  'src/workspace/company/**/*.test.ts',
  'src/workspace/console-api/*-routes.test.ts',
  'src/workspace/console-api/exports.test.ts',
  'src/workspace/database/insert-many.test.ts',
  'src/workspace/database/migrations/**/*.test.ts',
  'src/workspace/database/on-both-databases.test.ts',
  'src/workspace/events/**/*.test.ts',
  'src/workspace/http/all-routes.test.ts',
  'src/workspace/http/never-500.test.ts',
  'src/workspace/identity/device-codes.test.ts',
  'src/workspace/identity/identity.test.ts',
  'src/workspace/identity/script-tokens.test.ts',
  'src/workspace/imports/**/*.test.ts',
  'src/workspace/jobs/**/*.test.ts',
  'src/workspace/licences/**/*.test.ts',
  'src/workspace/mail/link-mails.test.ts',
  'src/workspace/mail/outbox.test.ts',
  'src/workspace/maintenance/licence-command.test.ts',
  'src/workspace/sample/**/*.test.ts',
  'src/workspace/users/**/*.test.ts',
  'src/workspace/workspace.test.ts',
]

export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 20_000,
    // A worker keeps its modules from one file to the next: loading them anew takes longer than the tests themselves.
    isolate: false,
    // Nothing else runs beside them; Vitest would leave a core free.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
          exclude: ['src/workspace/**/*.postgresql.test.ts'],
        },
      },
      ...(hasPostgresql
        ? [
            {
              extends: true as const,
              test: {
                name: 'postgresql',
                include: [...onBothDatabases, 'src/workspace/**/*.postgresql.test.ts'],
                globalSetup: 'src/workspace/testing/postgresql-cluster.ts',
              },
            },
          ]
        : []),
    ],
  },
})
