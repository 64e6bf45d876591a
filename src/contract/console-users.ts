import { z } from 'zod'
import { consoleUserSchema } from './console-api'
import { consoleEventSchema } from './console-events'
import { languages } from './languages'
import { mailStateSchema } from './mail-states'
import { ownSessionSchema } from './own-account'
import { roleSchema } from './session'

const nameSchema = z.string().trim().min(2).max(50)
const emailSchema = z.email().min(6).max(100)

/** `GET /users/{id}`: all that the page of a user shows. */
export const userPageSchema = z.strictObject({
  user: consoleUserSchema.extend({
    /** BCP 47: the language of mails. */
    language: z.string(),
  }),
  /** The account that asks is this one. */
  isYourself: z.boolean(),
  /** Whoever asks may change more of this user than its licences. */
  mayManage: z.boolean(),
  /** Nobody else administrates the company: this one can't be removed, demoted or switched off. */
  isLastAdministrator: z.boolean(),
  sendsMail: z.boolean(),
  /** Whether it has a password; without one, a link for it is an invitation. True for whoever may not manage it. */
  hasPassword: z.boolean(),
  /** The mails to this user that are not sent, the newest first; none for whoever may not manage it. */
  mails: z.array(mailStateSchema.extend({ kind: z.enum(['password-link', 'new-email', 'company-deletion']) })),
  /**
   * Where it is signed in; none for whoever may not manage it. `GET /users/{id}/sessions/export` is the same as a file,
   * `DELETE /users/{id}/sessions/{id}` and `DELETE /users/{id}/sessions` (all but the one that asks) end them: 204.
   */
  sessions: z.array(ownSessionSchema),
  /** What it did and what was done to it, the newest first; null for whoever may not read the event log. */
  events: z.array(consoleEventSchema).nullable(),
})
export type UserPage = z.infer<typeof userPageSchema>

/** `POST /users`: answers `userMadeSchema`. All of it or nothing. */
export const createUserSchema = z.strictObject({
  email: emailSchema,
  name: nameSchema,
  role: roleSchema,
  language: z.enum(languages),
  licenceIds: z.array(z.string().min(1)).max(100).default([]),
})
export type CreateUser = z.input<typeof createUserSchema>

export const userMadeSchema = z.strictObject({
  user: consoleUserSchema,
  /** By it the user chooses a password, within 14 days; mailed where the workspace can. */
  link: z.url(),
  isMailed: z.boolean(),
})
export type UserMade = z.infer<typeof userMadeSchema>

/** `PUT /users/{id}`: what is left out stays. Answers the user. */
export const changeUserSchema = z.strictObject({
  name: nameSchema.optional(),
  email: emailSchema.optional(),
  role: roleSchema.optional(),
  language: z.enum(languages).optional(),
  active: z.boolean().optional(),
})
export type ChangeUser = z.infer<typeof changeUserSchema>

// `DELETE /users/{id}`: removes the user from the company; 204. `POST /users/{id}/restore` takes that back within a day,
// with the licences that still have a seat, and answers the user.

/** `POST /users/{id}/delete`: deletes the account for good, where this is its e-mail; 204. */
export const deleteUserSchema = z.strictObject({ email: z.string().min(1).max(100) })
