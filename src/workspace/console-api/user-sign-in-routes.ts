import { Hono } from 'hono'
import { makePasswordLinkSchema, passwordLinkSchema } from '../../contract/own-account'
import { makePasswordLinksSchema, passwordLinksSchema } from '../../contract/password-links'
import { hourInSeconds } from '../clock'
import { writeFile, writeMoment } from '../csv/write-row'
import { authorOf } from '../events/record-event'
import type { WorkspaceContext } from '../http/request-context'
import { passwordHashOf } from '../identity/password'
import { openMailing } from '../jobs/start-mailing'
import { linkAddress } from '../links/account-links'
import { makeFirstLinks } from '../own-account/make-first-links'
import { endOtherSessions, endSession, listSessions } from '../own-account/own-sessions'
import { dropResetLink, makeResetLink } from '../own-account/reset-password'
import { sessionsFile } from '../own-account/sessions-file'
import { findActiveAccount, type AccountInCompany } from '../users/find-account'
import { mayManage } from '../users/may-manage'
import { limitTo } from './limit'
import { read, readJson, type ConsoleEnv } from './read-request'
import { ConsoleRefusal } from './refusal'

/** What administrators do about how a user signs in: a link for a new password, and the end of sessions. */
export function userSignInRoutes({ db, now, address, mail, limits, sealing, jobs }: WorkspaceContext): Hono<ConsoleEnv> {
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
    const wanted = read(makePasswordLinkSchema, await readJson(context.req.raw))
    const actor = context.get('account')
    const user = await manageable(actor, context.req.param('id'))
    const isMailed = wanted.isMailed && mail !== null
    const purpose = (await passwordHashOf(db, user.id)) === null ? 'first-password' : 'password'
    const order = { author: authorOf(actor), purpose, mailing: isMailed ? { sealing, byName: actor.name } : null } as const
    const token = await makeResetLink(db, user.id, order, now())
    if (token === null) throw new ConsoleRefusal('not-found')
    jobs.wake()
    return context.json(passwordLinkSchema.parse({ link: linkAddress(address, '/reset-password', token), isMailed }))
  })

  routes.delete('/:id/password-link', async (context) => {
    const actor = context.get('account')
    const user = await manageable(actor, context.req.param('id'))
    if (!(await dropResetLink(db, user, authorOf(actor), now()))) throw new ConsoleRefusal('not-found')
    return context.body(null, 204)
  })

  routes.post('/password-links', async (context) => {
    const { of, isMailed } = read(makePasswordLinksSchema, await readJson(context.req.raw))
    if (isMailed && mail === null) throw new ConsoleRefusal('mail-needed')
    const actor = context.get('account')
    await limitLinks(actor.id)
    const mailing = isMailed ? openMailing(db, actor, sealing, now) : null
    const made = await makeFirstLinks(db, actor, of, now(), mailing === null ? {} : { mailing })
    if (made === 'too-many') throw new ConsoleRefusal('invalid', { fields: ['of'] })
    const about = { made: made.links.length, leftOut: made.leftOut }
    if (mailing !== null) {
      const jobId = await mailing.close()
      jobs.wake()
      return context.json(passwordLinksSchema.parse({ ...about, csv: null, jobId }))
    }
    const rows = made.links.map(({ email, name, token, endsAt }) => {
      return [email, name, linkAddress(address, '/reset-password', token), writeMoment(endsAt)]
    })
    const csv = writeFile(['email', 'name', 'link', 'ends'], rows)
    return context.json(passwordLinksSchema.parse({ ...about, csv, jobId: null }))
  })

  routes.get('/:id/sessions/export', async (context) => {
    const user = await manageable(context.get('account'), context.req.param('id'))
    return sessionsFile(await listSessions(db, user.id, context.get('sessionId'), now()))
  })

  // Whoever is signed in here and does it to themselves stays signed in here.
  routes.delete('/:id/sessions', async (context) => {
    const actor = context.get('account')
    const user = await manageable(actor, context.req.param('id'))
    await endOtherSessions(db, user, context.get('sessionId'), authorOf(actor), now())
    return context.body(null, 204)
  })

  routes.delete('/:id/sessions/:sessionId', async (context) => {
    const actor = context.get('account')
    const { id, sessionId } = context.req.param()
    const user = await manageable(actor, id)
    if (!(await endSession(db, user, sessionId, authorOf(actor), now()))) throw new ConsoleRefusal('not-found')
    return context.body(null, 204)
  })

  return routes
}
