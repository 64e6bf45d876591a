import { Hono } from 'hono'
import { createScriptTokenSchema, scriptTokenMadeSchema, scriptTokensSchema } from '../../contract/script-tokens'
import { writeMoment } from '../csv/write-row'
import type { WorkspaceContext } from '../http/request-context'
import { shortCsvFile } from '../http/streams'
import { createScriptToken, listScriptTokens, revokeScriptToken, type TokenOwner } from '../identity/script-tokens'
import type { AccountInCompany } from '../users/find-account'
import { read, readJson, type ConsoleEnv } from './read-request'
import { ConsoleRefusal } from './refusal'

function ownerOf({ id, email, companyId }: AccountInCompany): TokenOwner {
  return { accountId: id, email, companyId }
}

/** The signed-in account's own script tokens. */
export function scriptTokenRoutes({ db, now }: WorkspaceContext): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>()

  routes.get('/', async (context) => {
    const tokens = await listScriptTokens(db, context.get('account').id)
    return context.json(scriptTokensSchema.parse({ tokens }))
  })

  routes.get('/export', async (context) => {
    const tokens = await listScriptTokens(db, context.get('account').id)
    const rows = tokens.map(({ name, scopes, createdAt, endsAt, lastUsedAt }) => [
      name,
      scopes.join(' '),
      ...[createdAt, endsAt, lastUsedAt].map(writeMoment),
    ])
    return shortCsvFile('api-tokens.csv', ['name', 'may', 'created', 'ends', 'last used'], rows)
  })

  routes.post('/', async (context) => {
    const wanted = read(createScriptTokenSchema, await readJson(context.req.raw))
    const made = await createScriptToken(db, ownerOf(context.get('account')), wanted, now())
    if (made === 'too-many') throw new ConsoleRefusal('invalid', { fields: ['tokens'] })
    return context.json(scriptTokenMadeSchema.parse(made))
  })

  routes.delete('/:id', async (context) => {
    const owner = ownerOf(context.get('account'))
    if (!(await revokeScriptToken(db, owner, context.req.param('id'), now()))) throw new ConsoleRefusal('not-found')
    return context.body(null, 204)
  })

  return routes
}
