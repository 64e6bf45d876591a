import { Hono } from 'hono'
import {
  acceptInvitationSchema,
  askToJoinSchema,
  invitationOfferSchema,
  readInvitationSchema,
} from '../../contract/invitations'
import { sourceAddress } from '../events/source-address'
import type { WorkspaceContext } from '../http/request-context'
import { isGuessable } from '../identity/guessable-password'
import { hashPassword } from '../identity/password'
import { acceptInvitation, askToJoin, findOffer } from '../invitations/join'
import { limitTo } from './limit'
import { read, readJson, type ConsoleEnv } from './read-request'
import { ConsoleRefusal } from './refusal'

/** What those who were invited ask for; they have no session yet. */
export function joinRoutes({ db, now, limits }: WorkspaceContext): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>()
  const limitByAddress = limitTo(limits, 'limitByAddress join', 30, 600)
  routes.use(async (_context, next) => {
    await limitByAddress(sourceAddress() ?? '')
    await next()
  })

  routes.post('/read', async (context) => {
    const { token } = read(readInvitationSchema, await readJson(context.req.raw))
    const offer = await findOffer(db, token, now())
    if (offer === null) throw new ConsoleRefusal('not-found')
    return context.json(invitationOfferSchema.parse({ companyName: offer.companyName, email: offer.email }))
  })

  routes.post('/accept', async (context) => {
    const { token, name, password, language } = read(acceptInvitationSchema, await readJson(context.req.raw))
    if (await isGuessable(password, [name])) throw new ConsoleRefusal('password-too-common')
    const joining = { name, language, passwordHash: await hashPassword(password) }
    if ((await acceptInvitation(db, token, joining, now())) === null) throw new ConsoleRefusal('not-found')
    return context.body(null, 204)
  })

  routes.post('/ask', async (context) => {
    const { token, name, email, password, language } = read(askToJoinSchema, await readJson(context.req.raw))
    if (await isGuessable(password, [name, email])) throw new ConsoleRefusal('password-too-common')
    // Hashed in any case, so that the answer takes as long for an e-mail that is known.
    const joining = { name, email, language, passwordHash: await hashPassword(password) }
    if (!(await askToJoin(db, token, joining, now()))) throw new ConsoleRefusal('not-found')
    return context.body(null, 204)
  })

  return routes
}
