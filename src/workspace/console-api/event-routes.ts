import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import {
  eventsCheckSchema,
  eventsPageSchema,
  eventsQuerySchema,
  eventsRetentionSchema,
  type EventsQuery,
} from '../../contract/console-events'
import { writeRow } from '../csv/write-row'
import type { WorkspaceDatabase } from '../database/sqlite'
import { checkEvents } from '../events/check-events'
import { findEvents, type FoundEvent } from '../events/find-events'
import { findKeptDays, setKeptDays } from '../events/keep-events'
import type { WorkspaceContext } from '../http/request-context'
import { allow } from './allow'
import { read, readJson, type ConsoleEnv } from './read-request'
import { toConsoleEvent } from './to-console-event'

const pageSize = 50
const exportPageSize = 1000
const columns = ['Number', 'Time', 'Event', 'Author', 'Affected', 'Details', 'Address']

/** The event log: reading, exporting and checking it, and how long it is kept. */
export function eventRoutes({ db, now }: WorkspaceContext): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>()
  routes.use(allow('events'))

  routes.get('/', async (context) => {
    const query = read(eventsQuerySchema, context.req.query())
    const found = await findEvents(db, context.get('account').companyId, query, pageSize + 1)
    const events = found.slice(0, pageSize).map(toConsoleEvent)
    const before = found.length > pageSize ? (events.at(-1)?.number ?? null) : null
    return context.json(eventsPageSchema.parse({ events, before }))
  })

  routes.get('/export', (context) => {
    const query = read(eventsQuerySchema, context.req.query())
    const rows = exportRows(db, context.get('account').companyId, query)
    context.header('content-type', 'text/csv; charset=utf-8')
    context.header('content-disposition', 'attachment; filename="event-log.csv"')
    return stream(context, async (file) => {
      for await (const part of rows) await file.write(part)
    })
  })

  routes.post('/check', async (context) => {
    return context.json(eventsCheckSchema.parse(await checkEvents(db, context.get('account').companyId)))
  })

  routes.get('/retention', async (context) => {
    const keptDays = await findKeptDays(db, context.get('account').companyId)
    return context.json(eventsRetentionSchema.parse({ keptDays }))
  })

  routes.put('/retention', async (context) => {
    const { keptDays } = read(eventsRetentionSchema, await readJson(context.req.raw))
    const { companyId, id, email } = context.get('account')
    await setKeptDays(db, companyId, keptDays, { accountId: id, email }, now())
    return context.json(eventsRetentionSchema.parse({ keptDays }))
  })

  return routes
}

/** Page by page, so that a long log needs no memory. A byte order mark tells spreadsheets that it is UTF-8. */
async function* exportRows(db: WorkspaceDatabase, companyId: string, query: EventsQuery): AsyncGenerator<string> {
  yield `\u{feff}${writeRow(columns)}`
  let before = query.before
  for (;;) {
    const events = await findEvents(db, companyId, { ...query, before }, exportPageSize)
    if (events.length > 0) yield events.map(exportRow).join('')
    if (events.length < exportPageSize) return
    before = events.at(-1)?.number
  }
}

function exportRow({ number, name, at, authorEmail, affectedItem, details, address }: FoundEvent): string {
  return writeRow([number, new Date(at).toISOString(), name, authorEmail, affectedItem, details, address])
}
