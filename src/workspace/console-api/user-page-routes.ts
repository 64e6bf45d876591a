import { Hono } from 'hono'
import { consoleUserSchema } from '../../contract/console-api'
import { mayUse } from '../../contract/console-areas'
import {
  changeUserSchema,
  createUserSchema,
  deleteUserSchema,
  userMadeSchema,
  userPageSchema,
  type ChangeUser,
} from '../../contract/console-users'
import { inTransaction } from '../database/in-transaction'
import type { WorkspaceDatabase } from '../database/sqlite'
import type { WorkspaceContext } from '../http/request-context'
import { changeSeatsIn } from '../licences/change-seats'
import { linkAddress, makeLink } from '../links/account-links'
import { mailLink } from '../links/mail-link'
import { changeUserIn, type UserChange, type UserInCompany, type UserOutcome } from '../users/change-user'
import { createUserIn } from '../users/create-user'
import type { AccountInCompany } from '../users/find-account'
import { findUserPage } from '../users/find-user-page'
import { findUser, toConsoleUser } from '../users/list-users'
import { removeUserIn } from '../users/remove-user'
import { restoreUserIn } from '../users/restore-user'
import { read, readJson, type ConsoleEnv } from './read-request'
import { ConsoleRefusal } from './refusal'
import { toConsoleEvent } from './to-console-event'

/** One user: its page, making it, changing it, removing it and taking that back, deleting it. */
export function userPageRoutes({ db, now, mail, address, sealing, jobs }: WorkspaceContext): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>()

  /** Does all of it or, where it is refused, nothing. */
  async function change(work: (transaction: WorkspaceDatabase) => Promise<UserOutcome>): Promise<void> {
    await inTransaction(db, async (transaction) => {
      const outcome = await work(transaction)
      if (outcome !== 'done') throw new ConsoleRefusal(outcome)
    })
  }

  async function show(companyId: string, accountId: string) {
    const user = await findUser(db, companyId, accountId)
    if (user === null) throw new ConsoleRefusal('not-found')
    return consoleUserSchema.parse(toConsoleUser(user))
  }

  routes.get('/:id', async (context) => {
    const asker = context.get('account')
    const about = { hasEvents: mayUse(asker.role, 'events'), sessionId: context.get('sessionId') }
    const found = await findUserPage(db, asker, context.req.param('id'), about, now())
    if (found === null) throw new ConsoleRefusal('not-found')
    const { user, language, events, ...more } = found
    const page = {
      user: { ...toConsoleUser(user), language },
      events: events?.map(toConsoleEvent) ?? null,
      sendsMail: mail !== null,
      ...more,
    }
    return context.json(userPageSchema.parse(page))
  })

  routes.post('/', async (context) => {
    const { licenceIds, ...wanted } = read(createUserSchema, await readJson(context.req.raw))
    const asker = context.get('account')
    const { companyId } = asker
    const author = { accountId: asker.id, email: asker.email }
    const made = await inTransaction(db, async (transaction) => {
      const account = { ...wanted, companyId, passwordHash: null }
      const user = await createUserIn(transaction, { ...author, role: asker.role }, account, now())
      if (typeof user === 'string') throw new ConsoleRefusal(user)
      const seats = { companyId, accountId: user.id, give: licenceIds, author }
      const outcome = await changeSeatsIn(transaction, seats, now())
      if (outcome !== 'done') throw new ConsoleRefusal(outcome)
      const link = { companyId, accountId: user.id, purpose: 'first-password', email: wanted.email.toLowerCase() } as const
      const token = await makeLink(transaction, link.accountId, link.purpose, link.email, now())
      if (mail !== null) await mailLink(transaction, sealing, { ...link, token, byName: asker.name }, now())
      return { id: user.id, token }
    })
    const link = linkAddress(address, '/reset-password', made.token)
    jobs.wake()
    return context.json(userMadeSchema.parse({ user: await show(companyId, made.id), link, isMailed: mail !== null }))
  })

  routes.put('/:id', async (context) => {
    const wanted = read(changeUserSchema, await readJson(context.req.raw))
    const user = userOf(context.get('account'), context.req.param('id'))
    const isOfPlace = wanted.role !== undefined || wanted.active !== undefined
    if (isOfPlace && isYourself(user)) throw new ConsoleRefusal('not-allowed')
    await change((transaction) => changeUserIn(transaction, user, toChange(wanted), now()))
    return context.json(await show(user.companyId, user.accountId))
  })

  routes.delete('/:id', async (context) => {
    const user = userOf(context.get('account'), context.req.param('id'))
    if (isYourself(user)) throw new ConsoleRefusal('not-allowed')
    await change((transaction) => removeUserIn(transaction, user, false, now()))
    return context.body(null, 204)
  })

  routes.post('/:id/restore', async (context) => {
    const user = userOf(context.get('account'), context.req.param('id'))
    await change((transaction) => restoreUserIn(transaction, user, now()))
    return context.json(await show(user.companyId, user.accountId))
  })

  routes.post('/:id/delete', async (context) => {
    const { email } = read(deleteUserSchema, await readJson(context.req.raw))
    const user = userOf(context.get('account'), context.req.param('id'))
    if (isYourself(user)) throw new ConsoleRefusal('not-allowed')
    await change(async (transaction) => {
      const known = await findUser(transaction, user.companyId, user.accountId)
      if (known !== null && known.email !== email.trim().toLowerCase()) {
        throw new ConsoleRefusal('invalid', { fields: ['email'] })
      }
      return removeUserIn(transaction, user, true, now())
    })
    return context.body(null, 204)
  })

  return routes
}

function userOf({ id, email, role, companyId }: AccountInCompany, accountId: string): UserInCompany {
  return { companyId, accountId, actor: { accountId: id, email, role } }
}

/** Nobody shuts themselves out by mistake: another administrator has to do that. */
function isYourself({ accountId, actor }: UserInCompany): boolean {
  return actor?.accountId === accountId
}

function toChange({ name, email, role, language, active }: ChangeUser): UserChange {
  return {
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(role === undefined ? {} : { role }),
    ...(language === undefined ? {} : { language }),
    ...(active === undefined ? {} : { active }),
  }
}
