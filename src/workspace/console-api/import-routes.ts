import { Hono } from 'hono'
import { z } from 'zod'
import { jobSchema } from '../../contract/bulk-jobs'
import { checkImportSchema, importSchema } from '../../contract/imports'
import type { WorkspaceContext } from '../http/request-context'
import { listLicences } from '../licences/list-licences'
import { exampleFile } from '../imports/example-file'
import { beginImport, checkAgain, findImport, type ImportDirection } from '../imports/find-import'
import { storeFile } from '../imports/store-file'
import type { JobAuthor } from '../jobs/preview-bulk-job'
import type { AccountInCompany } from '../users/find-account'
import { read, readJson, type ConsoleEnv } from './read-request'
import { ConsoleRefusal } from './refusal'

const uploadSchema = z.object({ name: z.string().trim().min(1).max(200).default('users.csv') })

function authorOf({ companyId, id, email, role }: AccountInCompany): JobAuthor {
  return { companyId, actor: { accountId: id, email, role } }
}

/** Users from a CSV file: upload, check, begin. What becomes of it is asked of the bulk jobs. */
export function importRoutes({ db, now, jobs }: WorkspaceContext): Hono<ConsoleEnv> {
  const routes = new Hono<ConsoleEnv>()

  async function existing({ companyId }: AccountInCompany, id: string) {
    const found = await findImport(db, companyId, id, now())
    if (found === null) throw new ConsoleRefusal('not-found')
    return found
  }

  routes.post('/', async (context) => {
    const { name } = read(uploadSchema, context.req.query())
    const account = context.get('account')
    const body = context.req.raw.body
    if (body === null) throw new ConsoleRefusal('invalid', { fields: ['file'] })
    const stored = await storeFile(db, authorOf(account), { name, body }, now())
    if (stored === 'empty') throw new ConsoleRefusal('invalid', { fields: ['file'] })
    if (typeof stored === 'string') throw new ConsoleRefusal(stored)
    return context.json(importSchema.parse(await existing(account, stored.id)), 201)
  })

  routes.get('/example', async (context) => {
    const licences = await listLicences(db, context.get('account').companyId, now())
    const usable = licences.filter(({ active, seats, seatsUsed }) => active && seats > seatsUsed)
    const licence = usable.find(({ product }) => product !== 'free') ?? usable[0]
    return context.body(exampleFile(licence?.name ?? null), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="users-example.csv"',
    })
  })

  routes.get('/:id', async (context) =>
    context.json(importSchema.parse(await existing(context.get('account'), context.req.param('id')))),
  )

  async function answer(account: AccountInCompany, id: string, outcome: ImportDirection) {
    if (outcome !== 'done') throw new ConsoleRefusal(outcome)
    jobs.wake()
    return jobSchema.parse((await existing(account, id)).job)
  }

  routes.post('/:id/check', async (context) => {
    const wanted = read(checkImportSchema, await readJson(context.req.raw))
    const account = context.get('account')
    const id = context.req.param('id')
    return context.json(await answer(account, id, await checkAgain(db, authorOf(account), id, wanted)), 202)
  })

  routes.post('/:id/begin', async (context) => {
    const account = context.get('account')
    const id = context.req.param('id')
    return context.json(await answer(account, id, await beginImport(db, authorOf(account), id)), 202)
  })

  return routes
}
