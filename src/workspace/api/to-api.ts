import { isMeetingProduct, type Licence } from '../../contract/licence'
import type { ApiLicence, ApiUser } from '../../contract/web-api'
import { meetingLicenceOf, type LicensedUser, type UserRow } from '../users/list-users'

/** Who was seen so lately counts as online, milliseconds. The app is seen with every request that it makes. */
const onlineFor = 5 * 60_000

/** A moment as the API writes it, ISO 8601 in UTC without fractions. @param moment Milliseconds since the epoch. */
export function toApiMoment(moment: number): string {
  return `${new Date(moment).toISOString().slice(0, 19)}Z`
}

function onlineState(row: UserRow, now: number): 'Online' | 'Offline' {
  return row.active === 1 && row.lastSeenAt !== null && row.lastSeenAt > now - onlineFor ? 'Online' : 'Offline'
}

/** A user as members see a colleague: whom to call, and whether they are there. */
export function toApiColleague(row: UserRow, now: number): ApiUser {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    active: row.active === 1,
    online_state: onlineState(row, now),
  }
}

/** The vendor's fields for what Parley does not have (remote control, second factors, single sign-on). */
const withoutMeaning = {
  activated_subLicense_name: null,
  tfa_enforcement: false,
  tfa_enabled: false,
  sso_status: 0,
  log_sessions: false,
  show_comment_window: false,
  custom_quicksupport_id: '',
  custom_quickjoin_id: '',
} as const

/**
 * A user as `GET /users` lists it.
 *
 * @param full With everything (`full_list=true`), else only what names the user.
 */
export function toApiUser(row: LicensedUser, full: boolean, now: number): ApiUser {
  const named = toApiColleague(row, now)
  if (!full) return named
  const meeting = meetingLicenceOf(row)
  const first = row.licences[0] ?? null
  return {
    ...named,
    last_access_date: row.lastSeenAt === null ? null : toApiMoment(row.lastSeenAt),
    activated_license_id: first?.id ?? null,
    activated_license_name: first?.name ?? null,
    activated_meeting_license_key: meeting?.id ?? null,
    userRoleId: row.role,
    ...withoutMeaning,
    role: row.role,
    licenses: row.licences.map(({ id, name, product }) => ({ id, name, product })),
  }
}

/** A licence as `GET /company/license` lists it. */
export function toApiLicence(licence: Licence): ApiLicence {
  return {
    licenseId: licence.id,
    licenseName: licence.name,
    displayName: licence.name,
    details: '',
    version: '',
    type: isMeetingProduct(licence.product) ? 'meeting' : 'other',
    isActive: licence.active,
    assignedUsers: licence.seatsUsed,
    maxAssignments: licence.seats,
    product: licence.product,
    endsOn: licence.endsOn,
  }
}
