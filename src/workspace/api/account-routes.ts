import { apiAccountSchema, apiCompanyLicencesSchema, apiCompanySchema, apiPingSchema } from '../../contract/web-api'
import { listLicences } from '../licences/list-licences'
import { listAdministrators } from '../users/find-account'
import { findUser, meetingLicenceOf } from '../users/list-users'
import { route, type ApiRoute } from './route'
import { toApiLicence, toApiMoment } from './to-api'

/** The caller's own account, and its company. */
export const accountRoutes: readonly ApiRoute[] = [
  route(
    {
      method: 'GET',
      path: '/ping',
      id: 'ping',
      summary: 'Tells whether the token is good',
      origin: 'vendor',
      scope: 'account.read',
      response: apiPingSchema,
    },
    () => Promise.resolve({ token_valid: true }),
  ),
  route(
    {
      method: 'GET',
      path: '/account',
      id: 'readAccount',
      summary: 'Reads the account that the token belongs to',
      origin: 'vendor',
      scope: 'account.read',
      response: apiAccountSchema,
    },
    async ({ workspace: { db, now }, account }) => {
      const user = await findUser(db, account.companyId, account.id)
      const own = new Set(user?.licences.map(({ id }) => id))
      const held = (await listLicences(db, account.companyId, now())).filter(({ id }) => own.has(id))
      const first = user === null ? null : (meetingLicenceOf(user) ?? user.licences[0])
      const licence = held.find(({ id }) => id === first?.id)
      return {
        userid: account.id,
        email: account.email,
        name: account.name,
        company_name: account.companyName,
        profilepicture_url: account.image,
        license:
          licence === undefined
            ? null
            : {
                license_type: licence.name,
                version: '',
                type: licence.product,
                details: '',
                teamViewerLicenseId: licence.id,
                isactive: licence.active,
              },
        email_validated: account.isEmailConfirmed,
        email_language: account.language,
        available_licenses: held.map(toApiLicence),
        role: account.role,
      }
    },
  ),
  route(
    {
      method: 'GET',
      path: '/company',
      id: 'readCompany',
      summary: 'Reads the company',
      origin: 'vendor',
      scope: 'account.read',
      response: apiCompanySchema,
    },
    async ({ workspace: { db }, account }) => ({
      companyId: account.companyId,
      companyName: account.companyName,
      createdAt: toApiMoment(account.companyCreatedAt),
      administrators: await listAdministrators(db, account.companyId),
      isSample: account.companyIsSample,
    }),
  ),
  route(
    {
      method: 'GET',
      path: '/company/license',
      id: 'listLicences',
      summary: 'Lists the licences of the company with their seats',
      description: 'Members may read it: the client tells them by it whether their company has user management at all.',
      origin: 'vendor',
      scope: 'account.read',
      response: apiCompanyLicencesSchema,
    },
    async ({ workspace: { db, now }, account }) => ({
      companyId: account.companyId,
      companyName: account.companyName,
      available_licenses: (await listLicences(db, account.companyId, now())).map(toApiLicence),
    }),
  ),
]
