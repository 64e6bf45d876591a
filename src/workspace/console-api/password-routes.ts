import { Hono } from 'hono'
import {
  askPasswordResetSchema,
  confirmEmailSchema,
  emailConfirmedSchema,
  usePasswordResetSchema,
} from '../../contract/own-account'
import { sourceAddress } from '../events/source-address'
import type { WorkspaceContext } from '../http/request-context'
import { linkAddress } from '../links/account-links'
import { describeError } from '../log'
import { passwordResetMail } from '../mail/messages'
import { confirmNewEmail } from '../own-account/change-email'
import { findByEmail, makeResetLink, resetPassword } from '../own-account/reset-password'
import { limitTo } from './limit'
import { read, readJson, type ConsoleEnv } from './read-request'
import { ConsoleRefusal } from './refusal'

/** What needs no session: a forgotten password, and links that came by mail. */
export function passwordRoutes(workspace: WorkspaceContext): Hono<ConsoleEnv> {
  const { db, now, log, mail, limits } = workspace
  const routes = new Hono<ConsoleEnv>()
  const limitByAddress = limitTo(limits, 'limitByAddress password', 30, 600)
  const limitByEmail = limitTo(limits, 'limitByEmail password', 3, 3600)

  routes.post('/password-resets', async (context) => {
    const { email } = read(askPasswordResetSchema, await readJson(context.req.raw))
    await limitByAddress(sourceAddress() ?? '')
    await limitByEmail(email.trim().toLowerCase())
    // Answered alike and at once, whether there is such an account or not.
    if (mail !== null) {
      sendReset(workspace, email).catch((error: unknown) => log('mail-failed', { problem: describeError(error) }))
    }
    return context.body(null, 204)
  })

  routes.post('/password-resets/use', async (context) => {
    const { token, password } = read(usePasswordResetSchema, await readJson(context.req.raw))
    await limitByAddress(sourceAddress() ?? '')
    const outcome = await resetPassword(db, token, password, now())
    if (outcome !== 'done') throw new ConsoleRefusal(outcome)
    return context.body(null, 204)
  })

  routes.post('/email-confirmations', async (context) => {
    const { token } = read(confirmEmailSchema, await readJson(context.req.raw))
    await limitByAddress(sourceAddress() ?? '')
    const outcome = await confirmNewEmail(db, token, now())
    if (outcome === 'not-found') throw new ConsoleRefusal('not-found')
    return context.json(emailConfirmedSchema.parse({ isChanged: outcome === 'changed' }))
  })

  return routes
}

async function sendReset({ db, now, address, mail }: WorkspaceContext, email: string): Promise<void> {
  const accountId = await findByEmail(db, email)
  const made = accountId === null ? null : await makeResetLink(db, accountId, null, now())
  if (made === null) return
  const link = linkAddress(address, '/reset-password', made.token)
  await mail?.send(await passwordResetMail(made.email, made.language, link))
}
