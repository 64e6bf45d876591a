import { Hono } from 'hono'
import { changeCompanySchema, companySettingsSchema, deleteCompanySchema } from '../../contract/company'
import {
  askDeletion,
  changeCompany,
  findCompany,
  findPicture,
  setPicture,
  withdrawDeletion,
  type CompanyChange,
} from '../company/change-company'
import type { WorkspaceContext } from '../http/request-context'
import { redrawPicture } from '../pictures/picture'
import type { AccountInCompany } from '../users/find-account'
import { allow } from './allow'
import { read, readJson, type ConsoleEnv } from './read-request'
import { ConsoleRefusal } from './refusal'
import { showPicture } from './show-picture'

/** The company: name, picture, language, and its deletion. */
export function companyRoutes({ db, now, mail, log, jobs }: WorkspaceContext): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>()

  const by = ({ companyId, id, email }: AccountInCompany): CompanyChange => ({
    companyId,
    author: { accountId: id, email },
    now: now(),
  })
  const show = async ({ companyId }: AccountInCompany) => companySettingsSchema.parse(await findCompany(db, companyId))

  routes.get('/picture', async (context) =>
    showPicture(context, await findPicture(db, context.get('account').companyId)))

  routes.use(allow('company'))

  routes.get('/', async (context) => context.json(await show(context.get('account'))))

  routes.put('/', async (context) => {
    const account = context.get('account')
    const { name, language } = read(changeCompanySchema, await readJson(context.req.raw))
    await changeCompany(db, by(account), {
      ...(name === undefined ? {} : { name }),
      ...(language === undefined ? {} : { language }),
    })
    return context.json(await show(account))
  })

  routes.put('/picture', async (context) => {
    const account = context.get('account')
    const picture = await redrawPicture(new Uint8Array(await context.req.raw.arrayBuffer()))
    if (typeof picture === 'string') throw new ConsoleRefusal(picture)
    await setPicture(db, by(account), picture)
    return context.json(await show(account))
  })

  routes.delete('/picture', async (context) => {
    const account = context.get('account')
    await setPicture(db, by(account), null)
    return context.json(await show(account))
  })

  routes.post('/deletion', async (context) => {
    const account = context.get('account')
    const { name } = read(deleteCompanySchema, await readJson(context.req.raw))
    const outcome = await askDeletion(db, by(account), name, mail === null ? null : account.name)
    if (outcome === 'wrong-name') throw new ConsoleRefusal('invalid', { fields: ['name'] })
    if (outcome === 'done') {
      log('company-deletion-asked', { companyId: account.companyId })
      jobs.wake()
    }
    return context.json(await show(account))
  })

  routes.delete('/deletion', async (context) => {
    const account = context.get('account')
    await withdrawDeletion(db, by(account))
    return context.json(await show(account))
  })

  return routes
}
