import { z } from 'zod'
import { startBulkJobSchema, bulkRequestSchema, jobResultsQuerySchema } from '../../contract/bulk-jobs'
import { changeCompanySchema, deleteCompanySchema } from '../../contract/company'
import {
  changeLicencesSchema,
  createCompanySchema,
  deviceAnswerSchema,
  deviceQuerySchema,
  signInSchema,
  usersQuerySchema,
} from '../../contract/console-api'
import { eventsQuerySchema, eventsRetentionSchema } from '../../contract/console-events'
import { changeUserSchema, createUserSchema, deleteUserSchema } from '../../contract/console-users'
import { checkImportSchema } from '../../contract/imports'
import {
  acceptInvitationSchema,
  askToJoinSchema,
  invitationsFilterSchema,
  inviteSchema,
  makeCompanyLinkSchema,
  openInvitationsQuerySchema,
  readInvitationSchema,
} from '../../contract/invitations'
import {
  askPasswordResetSchema,
  changeEmailSchema,
  changeOwnAccountSchema,
  changePasswordSchema,
  confirmEmailSchema,
  makePasswordLinkSchema,
  usePasswordResetSchema,
} from '../../contract/own-account'
import { makePasswordLinksSchema } from '../../contract/password-links'
import { saveProductSchema } from '../../contract/products'
import { createScriptTokenSchema } from '../../contract/script-tokens'
import { roleSchema } from '../../contract/session'
import { lastSeenChoices, usersFilterSchema } from '../../contract/users-filter'

/** A filter as an address has it (`toParameters`). */
const filterParameters = z.object({
  search: usersFilterSchema.shape.search,
  role: roleSchema.optional(),
  licence: z.string().max(100).optional(),
  active: z.enum(['true', 'false']).optional(),
  lastSeen: z.enum(lastSeenChoices).optional(),
})
const { sort, direction, after, pageSize } = usersQuerySchema.shape

/**
 * What the console's routes read: the body of a change, the query of a reading. Every route that may have a body stands here,
 * with null for one that reads none; whoever adds one says it here.
 */
export const consoleInputs: Readonly<Record<string, z.ZodType | null>> = {
  'POST /console-api/company': createCompanySchema,
  'POST /console-api/sign-in': signInSchema,
  'POST /console-api/sign-out': null,
  'POST /console-api/script-tokens': createScriptTokenSchema,
  'GET /console-api/device': deviceQuerySchema,
  'POST /console-api/device': deviceAnswerSchema,
  'POST /console-api/products': saveProductSchema,
  'PUT /console-api/products/:id': saveProductSchema,
  'GET /console-api/events': eventsQuerySchema,
  'GET /console-api/events/export': eventsQuerySchema,
  'POST /console-api/events/check': null,
  'PUT /console-api/events/retention': eventsRetentionSchema,
  'PUT /console-api/company': changeCompanySchema,
  'PUT /console-api/company/picture': null,
  'POST /console-api/company/deletion': deleteCompanySchema,
  'GET /console-api/users': filterParameters.extend({ sort, direction, after, pageSize }),
  'GET /console-api/users/count': filterParameters,
  'GET /console-api/users/export': filterParameters,
  'POST /console-api/users': createUserSchema,
  'PUT /console-api/users/:id': changeUserSchema,
  'POST /console-api/users/:id/restore': null,
  'POST /console-api/users/:id/delete': deleteUserSchema,
  'POST /console-api/users/:id/licences': changeLicencesSchema,
  'POST /console-api/users/:id/password-link': makePasswordLinkSchema,
  'POST /console-api/users/password-links': makePasswordLinksSchema,
  'PUT /console-api/own-account': changeOwnAccountSchema,
  'POST /console-api/own-account/password': changePasswordSchema,
  'POST /console-api/own-account/email': changeEmailSchema,
  'POST /console-api/own-account/email/resend': null,
  'POST /console-api/password-resets': askPasswordResetSchema,
  'POST /console-api/password-resets/use': usePasswordResetSchema,
  'POST /console-api/email-confirmations': confirmEmailSchema,
  'POST /console-api/bulk-jobs': startBulkJobSchema,
  'POST /console-api/bulk-jobs/preview': bulkRequestSchema,
  'GET /console-api/bulk-jobs/:id/results': jobResultsQuerySchema,
  'POST /console-api/bulk-jobs/:id/stop': null,
  'POST /console-api/bulk-jobs/:id/resume': null,
  'POST /console-api/bulk-jobs/:id/undo': null,
  'POST /console-api/imports': null,
  'POST /console-api/imports/:id/check': checkImportSchema,
  'POST /console-api/imports/:id/begin': null,
  'POST /console-api/invitation/read': readInvitationSchema,
  'POST /console-api/invitation/accept': acceptInvitationSchema,
  'POST /console-api/invitation/ask': askToJoinSchema,
  'GET /console-api/invitations/open': openInvitationsQuerySchema,
  'GET /console-api/invitations/export': invitationsFilterSchema,
  'POST /console-api/invitations': inviteSchema,
  'POST /console-api/invitations/company-link': makeCompanyLinkSchema,
  'POST /console-api/invitations/:id/resend': null,
  'POST /console-api/invitations/:id/restore': null,
  'POST /console-api/invitations/requests/:id/accept': null,
  'POST /console-api/invitations/requests/:id/unaccept': null,
  'POST /console-api/invitations/requests/:id/refuse': null,
  'POST /console-api/invitations/requests/:id/restore': null,
}
