import { z } from 'zod'
import { companySettingsSchema } from './company'
import { languages } from './languages'
import { licenceSchema, productSchema } from './licence'
import { accountSchema, roleSchema } from './session'
import { administratorSchema } from './user-management'
import { usersFilterSchema } from './users-filter'

/** Header that every change carries (a custom header forces a CORS preflight, which the workspace never grants). */
export const consoleRequestHeader = 'x-parley-console'

/** `GET /setup`: whether the workspace still waits for its first company, and whether it can send mail. */
export const setupSchema = z.strictObject({ needsCompany: z.boolean(), sendsMail: z.boolean() })
export type Setup = z.infer<typeof setupSchema>

/** `POST /company`: makes the company and its first account, an administrator, and signs that account in. */
export const createCompanySchema = z.strictObject({
  companyName: z.string().trim().min(2).max(100),
  name: z.string().trim().min(2).max(50),
  email: z.email().min(6).max(100),
  password: z.string().min(12).max(128),
  language: z.enum(languages),
})
export type CreateCompany = z.infer<typeof createCompanySchema>

/**
 * `POST /sign-in`: signs an account in, in this browser. Like `POST /company`, it carries the page's own query string
 * unchanged (`/console-api/sign-in` + `location.search`), so that a sign-in that the desktop app started goes on.
 */
export const signInSchema = z.strictObject({ email: z.string().min(1).max(100), password: z.string().min(1).max(128) })
export type SignIn = z.infer<typeof signInSchema>

/** What `POST /company` and `POST /sign-in` answer: where the page sends the browser next (`location.replace`). */
export const signedInSchema = z.strictObject({ continueTo: z.string().min(1) })

// `POST /sign-out`: ends this browser's session; no body, answers 204.

/** `GET /me`: who is signed in in this browser. */
export const meSchema = z.strictObject({
  account: accountSchema.extend({ role: roleSchema }),
  company: companySettingsSchema.pick({ language: true, picture: true, deletesAt: true }),
  isSample: z.boolean(),
  /** Whom a member can write to. */
  administrators: z.array(administratorSchema),
})
export type Me = z.infer<typeof meSchema>

/** `GET /device`: a computer that asks to be signed in, by its code as it was typed (RFC 8628 §3.3). */
export const deviceQuerySchema = z.object({ code: z.string().min(1).max(40) })

export const deviceRequestSchema = z.strictObject({
  code: z.string(),
  /** What the computer calls itself, or null. */
  computerName: z.string().nullable(),
})

/** `POST /device`: answers it; no body comes back, 204. `not-found` when the code is unknown, answered or over. */
export const deviceAnswerSchema = z.strictObject({ code: z.string().min(1).max(40), answer: z.enum(['allow', 'refuse']) })

export const consoleUserSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  active: z.boolean(),
  /** Last time the account was seen, milliseconds since the epoch, or null for never. */
  lastSeenAt: z.int().nullable(),
  /** The licences that the user has seats of: the Meeting licence first, of which there is one at most. */
  licences: z.array(z.strictObject({ id: z.string(), name: z.string(), product: productSchema })),
})
export type ConsoleUser = z.infer<typeof consoleUserSchema>

export const userSortColumns = ['name', 'email', 'role', 'licence', 'lastSeenAt'] as const

/** How the users' table is sorted. Licences and times that a user does not have come last in both directions. */
const usersOrderSchema = z.object({
  sort: z.enum(userSortColumns).default('name'),
  direction: z.enum(['ascending', 'descending']).default('ascending'),
})
export type UsersOrder = z.infer<typeof usersOrderSchema>

/** Which users a table shows, and in which order. */
export const usersViewSchema = z.strictObject({ ...usersFilterSchema.shape, ...usersOrderSchema.shape })
export type UsersView = z.infer<typeof usersViewSchema>

/** `GET /users`: one page of the table. The filter is written by `toParameters`. */
export const usersQuerySchema = z.strictObject({
  ...usersViewSchema.shape,
  /** From the answer of the page before; left out for the first one. */
  after: z.string().max(1_000).optional(),
  pageSize: z.coerce.number().int().min(1).max(1_000).default(100),
})
export type UsersQuery = z.infer<typeof usersQuerySchema>

export const usersPageSchema = z.strictObject({
  users: z.array(consoleUserSchema),
  /** Leads to the next page; null at the end. Nobody is shown twice or left out because others come or go meanwhile. */
  next: z.string().nullable(),
  /**
   * How many there are in all; told with the first page alone, and of a filter alone where that page has all whom it
   * means: counting the others may take longer than finding the first, so that `GET /users/count` is asked for it.
   */
  total: z.int().nonnegative().nullable(),
})
export type UsersPage = z.infer<typeof usersPageSchema>

/** `GET /users/count`: how many a filter, written by `toParameters`, means. */
export const usersCountSchema = z.strictObject({ total: z.int().nonnegative() })

/** `GET /licences`. */
export const licencesSchema = z.strictObject({ licences: z.array(licenceSchema) })

const licenceIdsSchema = z.array(z.string().min(1)).max(100).default([])

/**
 * `POST /users/{id}/licences`: gives seats and takes seats back, all of it or nothing; a Meeting licence takes the place
 * of the one that the user has. Answers the user.
 */
export const changeLicencesSchema = z.strictObject({ give: licenceIdsSchema, takeBack: licenceIdsSchema })
export type ChangeLicences = z.infer<typeof changeLicencesSchema>

/** Every error of this API, with the HTTP status that carries it in the comment. */
export const consoleErrorSchema = z.strictObject({
  error: z.enum([
    'not-signed-in', // 401
    'wrong-credentials', // 401, from `POST /sign-in` and where a password has to be repeated
    'sign-in-outdated', // 400: the page's query was changed or is older than ten minutes; start again in the app
    'not-allowed', // 403
    'not-found', // 404
    'invalid', // 400
    'no-seats-left', // 409
    'licence-not-usable', // 409: expired or switched off
    'one-meeting-licence', // 409: two Meeting licences for one user
    'company-exists', // 409
    'company-ends', // 403, from `POST /sign-in`: the company is to be deleted, and the account is no administrator
    'not-a-picture', // 400
    'email-taken', // 409
    'selection-changed', // 409: other users match by now than the preview said
    'too-large', // 413: a file of more than `largestImport` bytes, or a picture of more than `largestPicture`
    'not-text', // 400: a file that is no CSV file
    'nobody', // 409: a selection that no user matches
    'wrong-state', // 409: a job that can't be stopped, resumed or undone (any more)
    'last-administrator', // 409
    'password-too-common', // 400: a password that can be guessed
    'mail-needed', // 409: the workspace can't send mail
    'too-many-requests', // 429, with Retry-After
    'busy', // 503, with Retry-After: the database is kept busy by others; nothing was done
    'internal', // 500
  ]),
  /** For `invalid`: the fields at fault. */
  fields: z.array(z.string()).optional(),
})
export type ConsoleError = z.infer<typeof consoleErrorSchema>
