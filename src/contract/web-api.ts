import { z } from 'zod'

/**
 * The workspace's HTTP API, after TeamViewer's Web API v1: same paths, same field names, same error bodies.
 * Fields that Parley adds are optional, so that a client written for one works with the other.
 */
export const apiPrefix = '/api/v1'

/** The desktop client's OAuth client id, known to every Parley workspace (a public client, RFC 8252 §8.4). */
export const desktopClientId = 'parley-desktop'

/** Path of the loopback redirect, on any port of 127.0.0.1 (RFC 8252 §7.3). */
export const loopbackRedirectPath = '/signed-in'

/** Longest name of a computer that asks to be signed in with a code, in characters. */
export const longestComputerName = 60

/** Scopes that the desktop client asks for. */
export const desktopScopes = ['openid', 'profile', 'email', 'offline_access'] as const

const apiErrorNames = [
  'invalid_request',
  'invalid_token',
  'token_expired',
  'wrong_credentials',
  'invalid_client',
  'invalid_permission',
  'not_found',
  'rate_limit_reached',
  'too_many_retries',
  'internal_error',
  'license_required',
] as const

export const apiErrorSchema = z.object({
  error: z.enum(apiErrorNames),
  error_description: z.string(),
  error_code: z.int(),
  error_signature: z.string(),
})
export type ApiError = z.infer<typeof apiErrorSchema>

/** One licence as `GET /company/license` lists it. */
const apiLicenceSchema = z.object({
  licenseId: z.string(),
  licenseName: z.string(),
  displayName: z.string().optional(),
  details: z.string().optional(),
  type: z.string().optional(),
  version: z.string().optional(),
  isActive: z.boolean(),
  assignedUsers: z.int().nonnegative(),
  maxAssignments: z.int().nonnegative(),
  /** Parley: the product's short name. */
  product: z.string().optional(),
  /** Parley: last valid day, ISO 8601 date, or null. */
  endsOn: z.iso.date().nullish(),
})
export type ApiLicence = z.infer<typeof apiLicenceSchema>

/** `GET /account`. */
export const apiAccountSchema = z.object({
  userid: z.string(),
  email: z.string(),
  name: z.string(),
  company_name: z.string(),
  profilepicture_url: z.string().nullish(),
  license: z
    .object({
      license_type: z.string(),
      version: z.string(),
      type: z.string(),
      details: z.string(),
      teamViewerLicenseId: z.string(),
      isactive: z.boolean(),
    })
    .partial()
    .nullish(),
  email_validated: z.boolean().optional(),
  email_language: z.string().optional(),
  /** Every licence that the account has a seat of. */
  available_licenses: z.array(apiLicenceSchema).optional(),
  /** Parley: the account's role in its company. */
  role: z.string().optional(),
})

/** `GET /company`. */
export const apiCompanySchema = z.object({
  companyId: z.string(),
  companyName: z.string(),
  createdAt: z.string(),
  /** Parley: whom members can write to. */
  administrators: z.array(z.object({ name: z.string(), email: z.string() })).optional(),
  /** Parley: filled by `--sample`. */
  isSample: z.boolean().optional(),
})

/** `GET /company/license`. */
export const apiCompanyLicencesSchema = z.object({
  companyId: z.string(),
  companyName: z.string(),
  available_licenses: z.array(apiLicenceSchema),
})

/** One user as `GET /users` lists it. */
export const apiUserSchema = z.object({
  id: z.string().startsWith('u'),
  name: z.string(),
  email: z.string(),
  active: z.boolean(),
  online_state: z.string().optional(),
  last_access_date: z.string().nullish(),
  activated_license_id: z.string().nullish(),
  activated_license_name: z.string().nullish(),
  activated_subLicense_name: z.string().nullish(),
  activated_meeting_license_key: z.string().nullish(),
  userRoleId: z.string().nullish(),
  // What a workspace has nothing for: scripts find the fields that they look at, empty.
  tfa_enforcement: z.boolean().optional(),
  tfa_enabled: z.boolean().optional(),
  sso_status: z.int().optional(),
  log_sessions: z.boolean().optional(),
  show_comment_window: z.boolean().optional(),
  custom_quicksupport_id: z.string().optional(),
  custom_quickjoin_id: z.string().optional(),
  /** Parley: the user's role. */
  role: z.string().optional(),
  /** Parley: every licence that the user has a seat of, the Meeting licence first. `activated_license_*` name the first. */
  licenses: z.array(z.object({ id: z.string(), name: z.string(), product: z.string() })).optional(),
})
export type ApiUser = z.infer<typeof apiUserSchema>

/** `GET /ping`. */
export const apiPingSchema = z.object({ token_valid: z.boolean() })

/** Ids of users begin with `u`; an empty one never gets as far as a user. */
export const userIdSchema = z.string().regex(/^u[\w-]{1,63}$/)

/** `GET /users`: e-mails are exact and separated by commas, a name is found anywhere. */
export const usersFilterSchema = z.object({
  email: z.string().max(2000).optional(),
  name: z.string().max(100).optional(),
  full_list: z.enum(['true', 'false']).default('false'),
  /** Parley: at most so many; the next page by `continuation_token`. */
  limit: z.coerce.number().int().min(1).max(1_000).default(1_000),
  continuation_token: z.string().max(500).optional(),
})

export const apiUsersSchema = z.object({
  users: z.array(apiUserSchema),
  /** Parley: for the next page, where there is one. */
  continuation_token: z.string().optional(),
})
