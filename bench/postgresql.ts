import { once } from 'node:events'
import { findPostgresql } from '../src/workspace/testing/find-postgresql'
import { postgresqlAddress, startPostgresql } from '../src/workspace/testing/start-postgresql'

/** Starts a PostgreSQL with empty databases of the given names, says their addresses, and stops it with its input's end. */
const programs = findPostgresql()
if (programs === null) process.exit(69)
const cluster = startPostgresql(programs)
const names = process.argv.slice(2)
for (const name of names) cluster.createDatabase(name)
process.stdout.write(`${JSON.stringify(names.map((name) => postgresqlAddress(cluster.folder, name)))}\n`)
process.stdin.resume()
// Whoever interrupts a measurement ends its server too.
const asked = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal))
await Promise.race([once(process.stdin, 'end'), ...asked])
cluster.stop()
// It would still wait for its input.
process.exit()
