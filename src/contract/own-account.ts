import { z } from 'zod'
import { languages } from './languages'
import { mailStateSchema } from './mail-states'

/** A password that somebody chooses: long rather than complicated (NIST SP 800-63B §3.1.1.2). */
export const newPasswordSchema = z.string().min(12).max(128)

/** `GET /own-account` */
export const ownAccountSchema = z.strictObject({
  name: z.string(),
  email: z.string(),
  language: z.string(),
  /** An e-mail that waits to be confirmed at both addresses. */
  newEmail: z
    .strictObject({
      email: z.string(),
      isConfirmedAtOld: z.boolean(),
      isConfirmedAtNew: z.boolean(),
      /** The mails to both addresses, as far as they are not sent. */
      mails: z.array(mailStateSchema),
    })
    .nullable(),
  /** Whether the workspace can send mail; without it, an e-mail is changed by an administrator. */
  sendsMail: z.boolean(),
})
export type OwnAccount = z.infer<typeof ownAccountSchema>

/** `PUT /own-account`: answers as `GET`. */
export const changeOwnAccountSchema = z.strictObject({
  name: z.string().trim().min(2).max(50).optional(),
  language: z.enum(languages).optional(),
})
export type ChangeOwnAccount = z.infer<typeof changeOwnAccountSchema>

/** `POST /own-account/password`: 204. Everything that the account is signed in with ends, but for this browser. */
export const changePasswordSchema = z.strictObject({ current: z.string().min(1).max(128), password: newPasswordSchema })
export type ChangePassword = z.infer<typeof changePasswordSchema>

/**
 * `POST /own-account/email`: mails both addresses and answers as `GET /own-account`. `DELETE` gives it up. `POST /own-account/email/resend`
 * mails those addresses again whose mails could not be sent; `not-found` where there is none.
 */
export const changeEmailSchema = z.strictObject({
  email: z.email().min(6).max(100),
  current: z.string().min(1).max(128),
})
export type ChangeEmail = z.infer<typeof changeEmailSchema>

export const ownSessionSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['browser', 'app']),
  isCurrent: z.boolean(),
  /** What the browser calls itself, or null. */
  userAgent: z.string().nullable(),
  address: z.string().nullable(),
  /** Milliseconds since the epoch. */
  startedAt: z.int(),
})
export type OwnSession = z.infer<typeof ownSessionSchema>

/** `GET /own-account/sessions`; `DELETE /own-account/sessions/{id}` and `DELETE /own-account/sessions` (all others): 204. */
export const ownSessionsSchema = z.strictObject({ sessions: z.array(ownSessionSchema) })

/** The secret of a mailed link, which stands behind the `#` of its page's address. */
export const linkTokenSchema = z.string().regex(/^[\w-]{43}$/)

/** `POST /password-resets`: 204 whether there is such an account or not. */
export const askPasswordResetSchema = z.strictObject({ email: z.string().min(1).max(100) })

/** `POST /password-resets/use`: 204, or `not-found` where the link is used, over or unknown. */
export const usePasswordResetSchema = z.strictObject({ token: linkTokenSchema, password: newPasswordSchema })
export type UsePasswordReset = z.infer<typeof usePasswordResetSchema>

/** `POST /email-confirmations` */
export const confirmEmailSchema = z.strictObject({ token: linkTokenSchema })
/** Whether the other address has confirmed as well, so that the e-mail is changed. */
export const emailConfirmedSchema = z.strictObject({ isChanged: z.boolean() })

/**
 * `POST /users/{id}/password-link`: a link to choose a new password by, good for an hour; for a user without a password, for 14 days. It is mailed
 * where that is wanted and the workspace can. `DELETE` makes it void (204), or answers `not-found` where it is used or over.
 */
export const makePasswordLinkSchema = z.strictObject({ isMailed: z.boolean() })
export const passwordLinkSchema = z.strictObject({ link: z.url(), isMailed: z.boolean() })
