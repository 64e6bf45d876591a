import { Hono } from 'hono'
import {
  invitationsFilterSchema,
  invitationsSchema,
  invitedSchema,
  inviteSchema,
  makeCompanyLinkSchema,
  openInvitationsPageSchema,
  openInvitationsQuerySchema,
} from '../../contract/invitations'
import { writeMoment } from '../csv/write-row'
import type { WorkspaceContext } from '../http/request-context'
import { csvFile, shortCsvFile } from '../http/streams'
import {
  invite,
  makeCompanyLink,
  renew,
  setWithdrawn,
  type Inviting,
} from '../invitations/invite'
import { acceptRequest, reopenRequest, setRefused } from '../invitations/answer-request'
import { exportInvitations } from '../invitations/export-invitations'
import { listInvitations } from '../invitations/list-invitations'
import { listOpenInvitations } from '../invitations/open-invitations'
import type { AccountInCompany } from '../users/find-account'
import { allow } from './allow'
import { read, readJson, type ConsoleEnv } from './read-request'
import { ConsoleRefusal } from './refusal'

/** A file leaves none out. */
const all = 2 ** 31 - 1

/** Invitations, the company's link and those who ask to join, for whoever looks after users. */
export function invitationRoutes(workspace: WorkspaceContext): Hono<ConsoleEnv> {
  const { db, now, mail, sealing, jobs } = workspace
  const routes = new Hono<ConsoleEnv>()
  routes.use(allow('invitations'))

  const by = (account: AccountInCompany): Inviting => ({ db, sealing, sendsMail: mail !== null, by: account, now: now() })
  const list = async (account: AccountInCompany) =>
    invitationsSchema.parse(await listInvitations(workspace, account))

  routes.get('/', async (context) => context.json(await list(context.get('account'))))

  routes.get('/open', async (context) => {
    const query = read(openInvitationsQuerySchema, context.req.query())
    const page = await listOpenInvitations(workspace, context.get('account'), query)
    if (page === 'no-such-page') throw new ConsoleRefusal('invalid', { fields: ['after'] })
    return context.json(openInvitationsPageSchema.parse(page))
  })

  routes.get('/export', (context) => {
    const { search } = read(invitationsFilterSchema, context.req.query())
    return csvFile('invitations.csv', exportInvitations(workspace, context.get('account'), search))
  })

  routes.get('/requests/export', async (context) => {
    const { requests } = await listInvitations(workspace, context.get('account'), all)
    const rows = requests.map(({ email, name, createdAt }) => [email, name, writeMoment(createdAt)])
    return shortCsvFile('requests.csv', ['email', 'name', 'asked'], rows)
  })

  routes.post('/', async (context) => {
    const { emails, role, language } = read(inviteSchema, await readJson(context.req.raw))
    const account = context.get('account')
    const invited = await invite(by(account), emails, role, language)
    if (invited === 'not-allowed') throw new ConsoleRefusal('not-allowed')
    jobs.wake()
    const leftOut = [...new Set(emails.map((email) => email.toLowerCase()))].filter((email) => !invited.some((made) => made.email === email))
    return context.json(invitedSchema.parse({ invited, leftOut, invitations: await list(account) }))
  })

  routes.post('/company-link', async (context) => {
    const wanted = read(makeCompanyLinkSchema, await readJson(context.req.raw))
    const account = context.get('account')
    await makeCompanyLink(by(account), wanted)
    return context.json(await list(account))
  })

  routes.post('/:id/resend', async (context) => {
    const account = context.get('account')
    if (!(await renew(by(account), context.req.param('id')))) throw new ConsoleRefusal('not-found')
    jobs.wake()
    return context.json(await list(account))
  })

  routes.delete('/:id', async (context) => {
    const account = context.get('account')
    if (!(await setWithdrawn(by(account), context.req.param('id'), true))) throw new ConsoleRefusal('not-found')
    return context.json(await list(account))
  })

  routes.post('/:id/restore', async (context) => {
    const account = context.get('account')
    if (!(await setWithdrawn(by(account), context.req.param('id'), false))) throw new ConsoleRefusal('not-found')
    jobs.wake()
    return context.json(await list(account))
  })

  for (const [path, answer] of [
    ['/requests/:id/accept', acceptRequest],
    ['/requests/:id/unaccept', reopenRequest],
  ] as const) {
    routes.post(path, async (context) => {
      const account = context.get('account')
      const outcome = await answer(by(account), context.req.param('id'))
      if (outcome !== 'done') throw new ConsoleRefusal(outcome)
      return context.json(await list(account))
    })
  }

  for (const [path, isRefused] of [
    ['/requests/:id/refuse', true],
    ['/requests/:id/restore', false],
  ] as const) {
    routes.post(path, async (context) => {
      const account = context.get('account')
      const changed = await setRefused(by(account), context.req.param('id'), isRefused)
      if (!changed) throw new ConsoleRefusal('not-found')
      return context.json(await list(account))
    })
  }

  return routes
}
