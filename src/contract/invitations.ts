import { z } from 'zod'
import { languages } from './languages'
import { mailStateSchema } from './mail-states'
import { linkTokenSchema, newPasswordSchema } from './own-account'
import { roleSchema } from './session'
import { usersFilterSchema } from './users-filter'

const emailSchema = z.email().min(6).max(100)

/** One person's invitation that waits for its answer. */
const invitationSchema = z.strictObject({
  id: z.string(),
  email: z.string(),
  role: roleSchema,
  /** Milliseconds since the epoch. */
  createdAt: z.int(),
  endsAt: z.int(),
  isOver: z.boolean(),
  /** For copying, where the workspace sends no mail. Null where it can't be made again, its secret having been sealed with another key. */
  link: z.url().nullable(),
  /** Its mail, where that is not sent; null where it is, or where the workspace sends none. */
  mail: mailStateSchema.nullable(),
})
export type Invitation = z.infer<typeof invitationSchema>

/** The company's own link, by which anybody can ask to join. */
const companyLinkSchema = z.strictObject({
  id: z.string(),
  link: z.url(),
  endsAt: z.int(),
  uses: z.int(),
  mostUses: z.int(),
  isOver: z.boolean(),
})

const joinRequestSchema = z.strictObject({ id: z.string(), name: z.string(), email: z.string(), createdAt: z.int() })
export type JoinRequest = z.infer<typeof joinRequestSchema>

/** `GET /invitations`: all but the open invitations themselves; changes answer with it as well. */
export const invitationsSchema = z.strictObject({
  sendsMail: z.boolean(),
  companyLink: companyLinkSchema.nullable(),
  requests: z.array(joinRequestSchema),
  /** How many older requests there are that are not listed; the file has all of them. */
  moreRequests: z.int(),
})
export type Invitations = z.infer<typeof invitationsSchema>

/** `GET /invitations/export`: which invitations. */
export const invitationsFilterSchema = z.strictObject({
  /** Part of an e-mail, whatever its case. */
  search: usersFilterSchema.shape.search,
})

/** `GET /invitations/open`: one page of them. */
export const openInvitationsQuerySchema = invitationsFilterSchema.extend({
  /** From the answer of the page before; left out for the first one. */
  after: z.string().max(1_000).optional(),
  pageSize: z.coerce.number().int().min(1).max(1_000).default(50),
})
export type OpenInvitationsQuery = z.infer<typeof openInvitationsQuerySchema>

/** Newest first. */
export const openInvitationsPageSchema = z.strictObject({
  invitations: z.array(invitationSchema),
  /** Leads to the next page; null at the end. None is shown twice or left out because others come or go meanwhile. */
  next: z.string().nullable(),
  /** How many the search means in all; told with the first page alone. */
  total: z.int().nonnegative().nullable(),
})
export type OpenInvitationsPage = z.infer<typeof openInvitationsPageSchema>

/** `POST /invitations`: whoever has an account or an invitation already is left out. */
export const inviteSchema = z.strictObject({
  emails: z.array(emailSchema).min(1).max(200),
  role: roleSchema,
  language: z.enum(languages),
})
export type Invite = z.infer<typeof inviteSchema>

export const invitedSchema = z.strictObject({
  invited: z.array(z.strictObject({ id: z.string(), email: z.string() })),
  leftOut: z.array(z.string()),
  invitations: invitationsSchema,
})

/** More uses than these no link of a company has. */
export const mostLinkUses = 10_000

/** `POST /invitations/company-link`: a new one; the one before is void. */
export const makeCompanyLinkSchema = z.strictObject({
  days: z.int().min(1).max(90),
  mostUses: z.int().min(1).max(mostLinkUses),
})
export type MakeCompanyLink = z.infer<typeof makeCompanyLinkSchema>

// `POST /invitations/{id}/resend`, `DELETE /invitations/{id}`, `POST /invitations/{id}/restore`,
// `POST /invitations/requests/{id}/accept`, `/unaccept` (`wrong-state` once the account has been used), `/refuse` and
// `/restore`: no body; answer `invitationsSchema`.

/** `POST /invitation/read`: what a link offers. */
export const readInvitationSchema = z.strictObject({ token: linkTokenSchema })
export const invitationOfferSchema = z.strictObject({
  companyName: z.string(),
  /** Null for the company's link: then joining is asked for. */
  email: z.string().nullable(),
})
export type InvitationOffer = z.infer<typeof invitationOfferSchema>

/** `POST /invitation/accept`: makes the account, 204; the page then signs it in. */
export const acceptInvitationSchema = z.strictObject({
  token: linkTokenSchema,
  name: z.string().trim().min(2).max(50),
  password: newPasswordSchema,
  language: z.enum(languages),
})
export type AcceptInvitation = z.infer<typeof acceptInvitationSchema>

/** `POST /invitation/ask`: asks to join by the company's link; 204 whether there is such an account already or not. */
export const askToJoinSchema = acceptInvitationSchema.extend({ email: emailSchema })
export type AskToJoin = z.infer<typeof askToJoinSchema>
