import { Hono } from 'hono'
import { deviceAnswerSchema, deviceQuerySchema, deviceRequestSchema } from '../../contract/console-api'
import type { WorkspaceContext } from '../http/request-context'
import { answerCode, findWaitingCode } from '../identity/device-codes'
import { read, readJson, type ConsoleEnv } from './read-request'
import { ConsoleRefusal } from './refusal'

/** Codes have 40 bits, and each account may try few of them (RFC 8628 §5.1). */
const tries = { window: 600, max: 20 }

/** Signing in a computer with its code; for whoever is signed in in this browser. */
export function deviceRoutes({ db, now, log, limits }: WorkspaceContext): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>()

  routes.use(async (context, next) => {
    const { allowed, retryAfter } = await limits.consume(`device ${context.get('account').id}`, tries)
    if (!allowed) throw new ConsoleRefusal('too-many-requests', { retryAfter: String(retryAfter ?? tries.window) })
    await next()
  })

  routes.get('/', async (context) => {
    const { code } = read(deviceQuerySchema, context.req.query())
    const found = await findWaitingCode(db, code, now())
    if (found === null) throw new ConsoleRefusal('not-found')
    return context.json(deviceRequestSchema.parse({ code: found.userCode, computerName: found.computerName }))
  })

  routes.post('/', async (context) => {
    const { code, answer } = read(deviceAnswerSchema, await readJson(context.req.raw))
    const status = answer === 'allow' ? 'approved' : 'denied'
    const accountId = context.get('account').id
    if (!(await answerCode(db, { typed: code, accountId, status }, now()))) throw new ConsoleRefusal('not-found')
    log('device-code-answered', { accountId, status })
    return context.body(null, 204)
  })

  return routes
}
