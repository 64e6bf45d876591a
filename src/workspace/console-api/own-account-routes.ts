import { Hono } from 'hono'
import {
  changeEmailSchema,
  changeOwnAccountSchema,
  changePasswordSchema,
  ownAccountSchema,
  ownSessionsSchema,
} from '../../contract/own-account'
import { inTransaction } from '../database/in-transaction'
import { authorOf } from '../events/record-event'
import type { WorkspaceContext } from '../http/request-context'
import { isGuessable } from '../identity/guessable-password'
import { hashPassword, isPassword, passwordHashOf } from '../identity/password'
import { mailsToAccount } from '../mail/outbox'
import { askNewEmail, askNewEmailAgain, findNewEmail, giveUpNewEmail } from '../own-account/change-email'
import { endOtherSessions, endSession, listSessions } from '../own-account/own-sessions'
import { sessionsFile } from '../own-account/sessions-file'
import { changeUserIn, type UserChange } from '../users/change-user'
import { findActiveAccount, type AccountInCompany } from '../users/find-account'
import { limitTo } from './limit'
import { read, readJson, type ConsoleEnv } from './read-request'
import { ConsoleRefusal } from './refusal'

/** The signed-in account's own affairs, whatever its role. */
export function ownAccountRoutes({ db, now, mail, sealing, jobs, limits }: WorkspaceContext): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>()
  const limitGuesses = limitTo(limits, 'limitGuesses own', 10, 600)

  const limitMails = limitTo(limits, 'limitMails own', 10, 600)

  async function show(account: AccountInCompany) {
    const { id } = account
    const { name, email, language } = (await findActiveAccount(db, id)) ?? account
    const waiting = await findNewEmail(db, id, now())
    const mails = (await mailsToAccount(db, id)).flatMap(({ kind, ...mail }) => (kind === 'email-old' || kind === 'email-new' ? [mail] : []))
    const newEmail = waiting === null ? null : { ...waiting, mails }
    return ownAccountSchema.parse({ name, email, language, newEmail, sendsMail: mail !== null })
  }

  async function change({ id, companyId, email, role }: AccountInCompany, wanted: UserChange): Promise<void> {
    const user = { companyId, accountId: id, actor: { accountId: id, email, role }, isOwn: true } as const
    const outcome = await inTransaction(db, (transaction) => changeUserIn(transaction, user, wanted, now()))
    if (outcome !== 'done') throw new ConsoleRefusal(outcome)
  }

  /** Whoever finds a browser signed in must not take the account over. */
  async function checkPassword({ id }: AccountInCompany, current: string): Promise<void> {
    await limitGuesses(id)
    if (!(await isPassword(current, await passwordHashOf(db, id)))) throw new ConsoleRefusal('wrong-credentials')
  }

  routes.get('/', async (context) => context.json(await show(context.get('account'))))

  routes.put('/', async (context) => {
    const { name, language } = read(changeOwnAccountSchema, await readJson(context.req.raw))
    const account = context.get('account')
    await change(account, {
      ...(name === undefined ? {} : { name }),
      ...(language === undefined ? {} : { language }),
    })
    return context.json(await show(account))
  })

  routes.post('/password', async (context) => {
    const { current, password } = read(changePasswordSchema, await readJson(context.req.raw))
    const account = context.get('account')
    await checkPassword(account, current)
    if (await isGuessable(password, [account.name, account.email, account.companyName])) {
      throw new ConsoleRefusal('password-too-common')
    }
    await change(account, { passwordHash: await hashPassword(password), keptSessionId: context.get('sessionId') })
    return context.body(null, 204)
  })

  routes.post('/email', async (context) => {
    const { email, current } = read(changeEmailSchema, await readJson(context.req.raw))
    if (mail === null) throw new ConsoleRefusal('mail-needed')
    const account = context.get('account')
    await checkPassword(account, current)
    await askNewEmail(db, account, email, sealing, now())
    jobs.wake()
    return context.json(await show(account))
  })

  routes.post('/email/resend', async (context) => {
    if (mail === null) throw new ConsoleRefusal('mail-needed')
    const account = context.get('account')
    await limitMails(account.id)
    if (!(await askNewEmailAgain(db, account, sealing, now()))) throw new ConsoleRefusal('not-found')
    jobs.wake()
    return context.json(await show(account))
  })

  routes.delete('/email', async (context) => {
    const account = context.get('account')
    await giveUpNewEmail(db, account.id)
    return context.json(await show(account))
  })

  routes.get('/sessions', async (context) => {
    const sessions = await listSessions(db, context.get('account').id, context.get('sessionId'), now())
    return context.json(ownSessionsSchema.parse({ sessions }))
  })

  routes.get('/sessions/export', async (context) => {
    const sessions = await listSessions(db, context.get('account').id, context.get('sessionId'), now())
    return sessionsFile(sessions)
  })

  routes.delete('/sessions', async (context) => {
    const account = context.get('account')
    await endOtherSessions(db, account, context.get('sessionId'), authorOf(account), now())
    return context.body(null, 204)
  })

  routes.delete('/sessions/:id', async (context) => {
    const account = context.get('account')
    const ended = await endSession(db, account, context.req.param('id'), authorOf(account), now())
    if (!ended) throw new ConsoleRefusal('not-found')
    return context.body(null, 204)
  })

  return routes
}
