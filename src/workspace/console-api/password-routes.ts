import { Hono } from 'hono'
import {
  askPasswordResetSchema,
  confirmEmailSchema,
  emailConfirmedSchema,
  usePasswordResetSchema,
} from '../../contract/own-account'
import { sourceAddress } from '../events/source-address'
import type { WorkspaceContext } from '../http/request-context'
import { linkTime } from '../links/account-links'
import { queueMails } from '../mail/outbox'
import { confirmNewEmail } from '../own-account/change-email'
import { resetPassword } from '../own-account/reset-password'
import { limitTo } from './limit'
import { read, readJson, type ConsoleEnv } from './read-request'
import { ConsoleRefusal } from './refusal'

/** What needs no session: a forgotten password, and links that came by mail. */
export function passwordRoutes(workspace: WorkspaceContext): Hono<ConsoleEnv> {
  const { db, now, mail, limits, jobs } = workspace
  const routes = new Hono<ConsoleEnv>()
  const limitByAddress = limitTo(limits, 'limitByAddress password', 30, 600)
  const limitByEmail = limitTo(limits, 'limitByEmail password', 3, 3600)

  routes.post('/password-resets', async (context) => {
    const { email } = read(askPasswordResetSchema, await readJson(context.req.raw))
    const address = sourceAddress()
    await limitByAddress(address ?? '')
    await limitByEmail(email.trim().toLowerCase())
    // Written down alike, whether there is such an account or not: that is found out after the answer.
    if (mail !== null) {
      const endsAt = now() + linkTime.password
      await queueMails(db, [{ kind: 'forgotten', email: email.trim(), companyId: null, address, endsAt }], now())
      setImmediate(() => jobs.wake())
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
