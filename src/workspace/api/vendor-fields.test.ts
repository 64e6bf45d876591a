import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { apiErrorSchema } from '../../contract/web-api'
import { createLicence } from '../licences/create-licence'
import { apiWorkspace, type ApiCall, type ApiWorkspace } from '../testing/api-workspace'

let workspace: ApiWorkspace
let anna: ApiCall

beforeEach(async () => {
  workspace = await apiWorkspace()
  anna = await workspace.as(workspace.administratorId)
  const { db, companyId, administratorId } = workspace
  const { id } = await createLicence(db, { companyId, name: 'Meeting 50', product: 'meeting-50', seats: 3, endsOn: null })
  await anna('PUT', `/users/${administratorId}`, { meeting_license_key: id })
  await anna('POST', '/meetings', { subject: 'Plans', instant: true })
})
afterEach(() => workspace.remove())

const licence = ['licenseId', 'licenseName', 'displayName', 'details', 'type', 'version', 'isActive', 'assignedUsers', 'maxAssignments']
const user = [
  'id', 'name', 'email', 'active', 'online_state', 'last_access_date', 'activated_license_id', 'activated_license_name',
  'activated_subLicense_name', 'activated_meeting_license_key', 'userRoleId', 'tfa_enforcement', 'tfa_enabled', 'sso_status',
  'log_sessions', 'show_comment_window', 'custom_quicksupport_id', 'custom_quickjoin_id',
]
const meeting = ['id', 'subject', 'start', 'end', 'password', 'conference_call_information', 'participant_web_link']

// The fields that the vendor's answers have, in use or documented: its own scripts look at them by name.
it.each<readonly [path: string, within: string, fields: readonly string[]]>([
  ['/ping', '', ['token_valid']],
  ['/account', '', [
    'userid', 'email', 'name', 'company_name', 'profilepicture_url', 'license', 'email_validated', 'email_language', 'available_licenses',
  ]],
  ['/account', 'license', ['license_type', 'version', 'type', 'details', 'teamViewerLicenseId', 'isactive']],
  ['/account', 'available_licenses', licence],
  ['/company', '', ['companyId', 'companyName', 'createdAt']],
  ['/company/license', '', ['companyId', 'companyName', 'available_licenses']],
  ['/company/license', 'available_licenses', licence],
  ['/users?full_list=true', 'users', user],
  ['/userroles', 'Roles', ['Id', 'Name']],
  ['/meetings', 'meetings', meeting],
  ['/meetings/blizz', 'blizzMeetings', meeting],
])('answers %s (%s) with every field that the vendor has', async (path, within, fields) => {
  const { status, body } = await anna('GET', path)
  expect(status).toBe(200)
  const whole = z.record(z.string(), z.unknown()).parse(body)
  const part = within === '' ? whole : whole[within]
  const one = z.record(z.string(), z.unknown()).parse(Array.isArray(part) ? part[0] : part)
  expect(Object.keys(one)).toEqual(expect.arrayContaining([...fields]))
})

it('tells whether mail to the account’s address is known to arrive', async () => {
  const told = async () => z.object({ email_validated: z.boolean() }).parse((await anna('GET', '/account')).body).email_validated
  expect(await told()).toBe(false)
  await workspace.db.updateTable('user').set({ emailVerified: 1 }).where('id', '=', workspace.administratorId).execute()
  expect(await told()).toBe(true)
})

it('gives an error the fields and one of the names that the vendor’s have', async () => {
  const error = apiErrorSchema.strict().parse((await anna('GET', '/users/u1')).body)
  expect(error).toMatchObject({ error: 'not_found', error_description: 'There is no such user', error_code: 7 })
  expect(error.error_signature).toMatch(/^[\w-]+$/)
})
