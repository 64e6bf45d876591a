import { z } from 'zod'
import { jobSchema } from '../../contract/bulk-jobs'
import { checkImportSchema, importSchema, type Import } from '../../contract/imports'
import { beginImport, checkAgain, findImport, type ImportDirection } from '../imports/find-import'
import { storeFile, type StoreRefusal } from '../imports/store-file'
import { ApiRefusal } from './api-error'
import { authorOf, managers } from './bulk-job-routes'
import { requireScope, route, type ApiRoute, type Caller } from './route'

const idParams = z.object({ id: z.uuid() })
const uploadQuery = z.object({ name: z.string().trim().min(1).max(200).default('users.csv') })
const jobPath = (body: unknown) => `/bulk-jobs/${jobSchema.parse(body).id}`

const unstored: Readonly<Record<StoreRefusal, () => ApiRefusal>> = {
  empty: () => new ApiRefusal('invalid_request', 'The body has no row'),
  'not-text': () => new ApiRefusal('invalid_request', 'The body is no CSV file'),
  'too-large': () => new ApiRefusal('invalid_request', 'The file is too large', null, 413),
}

async function existing({ workspace: { db, now }, account }: Caller, id: string): Promise<Import> {
  const found = await findImport(db, account.companyId, id, now())
  if (found === null) throw new ApiRefusal('not_found', 'There is no such import')
  return found
}

async function goOn(caller: Caller, id: string, outcome: ImportDirection) {
  if (outcome === 'wrong-state') throw new ApiRefusal('invalid_request', 'The import is not in a state for this')
  const { job } = await existing(caller, id)
  caller.workspace.jobs.wake()
  return job
}

const described = { origin: 'parley', roles: managers, scope: 'users.write' } as const

/** Users from a CSV file: upload, check, begin. The last two are jobs, which go on after the answer. */
export const importRoutes: readonly ApiRoute[] = [
  route(
    {
      ...described,
      method: 'POST',
      path: '/imports',
      id: 'uploadImport',
      summary: 'Uploads a CSV file of users, and guesses what its columns hold',
      description:
        'The body is the file itself, at most 32 MB. Nothing is imported yet; a file that nobody goes on with is removed after 30 days.',
      upload: 'text/csv',
      query: uploadQuery,
      response: importSchema,
    },
    async (caller, { query: { name }, file }) => {
      const { db, now } = caller.workspace
      const stored = file === null ? 'empty' : await storeFile(db, authorOf(caller), { name, body: file }, now())
      if (typeof stored === 'string') throw unstored[stored]()
      return existing(caller, stored.id)
    },
  ),
  route(
    {
      ...described,
      method: 'GET',
      path: '/imports/{id}',
      id: 'readImport',
      summary: 'Reads an import: its job, its file, and what its columns hold',
      scope: 'users.read',
      params: idParams,
      response: importSchema,
    },
    (caller, { params }) => existing(caller, params.id),
  ),
  route(
    {
      ...described,
      method: 'POST',
      path: '/imports/{id}/check',
      id: 'checkImport',
      summary: 'Checks every row of an import',
      description:
        'Once the job is `ready`, its results (`/bulk-jobs/{id}/results`) say which rows would be refused, and why. It may be checked again. Where a column holds licences, it needs the scope licences.write too.',
      accepted: jobPath,
      params: idParams,
      body: checkImportSchema,
      response: jobSchema,
    },
    async (caller, { params: { id }, body }) => {
      if (body.mapping.licence !== null) requireScope(caller, 'licences.write')
      await existing(caller, id)
      return goOn(caller, id, await checkAgain(caller.workspace.db, authorOf(caller), id, body))
    },
  ),
  route(
    {
      ...described,
      method: 'POST',
      path: '/imports/{id}/begin',
      id: 'beginImport',
      summary: 'Imports the rows of a checked import that are not refused',
      description: 'Where a column holds licences, it needs the scope licences.write too.',
      accepted: jobPath,
      params: idParams,
      response: jobSchema,
    },
    async (caller, { params: { id } }) => {
      if ((await existing(caller, id)).mapping.licence !== null) requireScope(caller, 'licences.write')
      return goOn(caller, id, await beginImport(caller.workspace.db, authorOf(caller), id))
    },
  ),
]
