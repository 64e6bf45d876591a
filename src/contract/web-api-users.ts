import { z } from 'zod'
import { roleSchema } from './session'
import { userIdSchema } from './web-api'

/**
 * Changes to users in the Web API v1, after the vendor's. Fields of the vendor's that Parley has nothing for (remote
 * control, QuickSupport, its single sign-on) are taken and left alone, so that its scripts go on working.
 */

const nameSchema = z.string().trim().min(2).max(50)
const emailSchema = z.email().min(6).max(100)
const passwordSchema = z.string().min(12).max(128)
const languageSchema = z.string().regex(/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/).max(35)

/** A licence by its id as `GET /company/license` tells it; empty or null for none. */
const licenceKeySchema = z.string().max(100).nullable()

/** `POST /users`. */
export const createUserSchema = z.object({
  email: emailSchema,
  name: nameSchema,
  language: languageSchema,
  /** Without one, the account has to be given one before it can sign in. */
  password: passwordSchema.optional(),
  userRoleId: roleSchema.optional(),
  license_key: licenceKeySchema.optional(),
  meeting_license_key: licenceKeySchema.optional(),
})

/** `PUT /users/{id}`: what is left out stays. */
export const changeUserSchema = z
  .object({
    email: emailSchema,
    name: nameSchema,
    active: z.boolean(),
    password: passwordSchema,
    language: languageSchema,
    license_key: licenceKeySchema,
    /** Parley: changes the Meeting licence; empty or null takes it back. The vendor sets it at creation only. */
    meeting_license_key: licenceKeySchema,
    AssignUserRoleIds: z.array(roleSchema).max(1),
    UnassignUserRoleIds: z.array(roleSchema).max(10),
  })
  .partial()

/** `DELETE /users/{id}`. */
export const removeUserQuerySchema = z.object({
  isPermanentDelete: z.string().toLowerCase().pipe(z.enum(['true', 'false'])).default('false'),
})

/** `GET /userroles`. */
export const apiRolesSchema = z.object({ Roles: z.array(z.object({ Id: roleSchema, Name: z.string() })) })

/** `POST /userroles/assign/account` and its opposite. */
export const assignRoleSchema = z.object({
  UserIds: z.array(userIdSchema).min(1).max(1_000),
  UserRoleId: roleSchema,
})
