import type { Licence } from '../../contract/licence'
import type { ApiLicence, ApiUser } from '../../contract/web-api'
import type { UserRow } from '../users/list-users'

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

/**
 * A user as `GET /users` lists it.
 *
 * @param full With everything (`full_list=true`), else only what names the user.
 */
export function toApiUser(row: UserRow, full: boolean, now: number): ApiUser {
  const named = toApiColleague(row, now)
  if (!full) return named
  return {
    ...named,
    last_access_date: row.lastSeenAt === null ? null : toApiMoment(row.lastSeenAt),
    activated_license_id: row.licenceId,
    activated_license_name: row.licenceName,
    activated_meeting_license_key: row.licenceId,
    role: row.role,
  }
}

/** A licence as `GET /company/license` lists it. */
export function toApiLicence(licence: Licence): ApiLicence {
  return {
    licenseId: licence.id,
    licenseName: licence.name,
    displayName: licence.name,
    type: 'meeting',
    isActive: licence.active,
    assignedUsers: licence.seatsUsed,
    maxAssignments: licence.seats,
    product: licence.product,
    endsOn: licence.endsOn,
  }
}
