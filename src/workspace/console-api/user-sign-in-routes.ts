import { Hono } from 'hono'
import { passwordLinkSchema } from '../../contract/own-account'
import { makePasswordLinksSchema, passwordLinksSchema } from '../../contract/password-links'
import { hourInSeconds } from '../clock'
import { writeFile, writeMoment } from '../csv/write-row'
import type { WorkspaceContext } from '../http/request-context'
import { recordEvents } from '../events/record-event'
import { endSessionsIn } from '../identity/end-sessions'
import { linkAddress } from '../links/account-links'
import { passwordResetMail } from '../mail/messages'
import { makeFirstLinks } from '../own-account/make-first-links'
import { makeResetLink } from '../own-account/reset-password'
import { findActiveAccount, type AccountInCompany } from '../users/find-account'
import { mayManage } from '../users/may-manage'
import { limitTo } from './limit'
import { read, readJson, type ConsoleEnv } from './read-request'
import { ConsoleRefusal } from './refusal'

/** What administrators do about how a user signs in: a link for a new password, and the end of all sessions. */
export function userSignInRoutes({ db, now, address, mail, limits }: WorkspaceContext): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>()

  // Enough for whoever makes links for a whole company, part by part.
  const limitLinks = limitTo(limits, 'limitLinks users', 30, hourInSeconds)

  async function manageable(actor: AccountInCompany, accountId: string): Promise<AccountInCompany> {
    const user = await findActiveAccount(db, accountId)
    if (user?.companyId !== actor.companyId) throw new ConsoleRefusal('not-found')
    const by = { accountId: actor.id, email: actor.email, role: actor.role }
    if (!mayManage(by, user.role)) throw new ConsoleRefusal('not-allowed')
    return user
  }

  routes.post('/:id/password-link', async (context) => {
    const actor = context.get('account')
    const user = await manageable(actor, context.req.param('id'))
    const made = await makeResetLink(db, user.id, { accountId: actor.id, email: actor.email }, now())
    if (made === null) throw new ConsoleRefusal('not-found')
    const link = linkAddress(address, '/reset-password', made.token)
    mail?.sendLater(await passwordResetMail(made.email, made.language, link))
    return context.json(passwordLinkSchema.parse({ link, isMailed: mail !== null }))
  })

  routes.post('/password-links', async (context) => {
    const { of } = read(makePasswordLinksSchema, await readJson(context.req.raw))
    const actor = context.get('account')
    await limitLinks(actor.id)
    const made = await makeFirstLinks(db, actor, of, now())
    if (made === 'too-many') throw new ConsoleRefusal('invalid', { fields: ['of'] })
    const rows = made.links.map(({ email, name, token, endsAt }) =>
      [email, name, linkAddress(address, '/reset-password', token), writeMoment(endsAt)])
    const csv = writeFile(['email', 'name', 'link', 'ends'], rows)
    return context.json(passwordLinksSchema.parse({ made: made.links.length, leftOut: made.leftOut, csv }))
  })

  routes.delete('/:id/sessions', async (context) => {
    const actor = context.get('account')
    const user = await manageable(actor, context.req.param('id'))
    const author = { accountId: actor.id, email: actor.email }
    await db.transaction().execute(async (transaction) => {
      await endSessionsIn(transaction, user.id, now())
      await recordEvents(transaction, [
        { companyId: user.companyId, name: 'SessionsEnded', at: now(), author, affectedItem: user.email, details: {} },
      ])
    })
    return context.body(null, 204)
  })

  return routes
}
