import { isMeetingProduct } from '../../contract/licence'
import type { WorkspaceDatabase } from '../database/sqlite'
import type { SeatOutcome } from '../licences/change-many-seats'
import { changeSeatsIn, heldLicences } from '../licences/change-seats'
import { ApiRefusal } from './api-error'
import type { Caller } from './route'

interface WantedLicences {
  readonly give: readonly string[]
  /** What is taken back. */
  readonly lose: 'nothing' | 'meeting' | 'all'
}

interface LicenceKeys {
  readonly license_key?: string | null | undefined
  readonly meeting_license_key?: string | null | undefined
}

/**
 * What a call says about licences, or null when it says nothing. A key gives its licence; an empty `license_key` takes
 * all back, an empty `meeting_license_key` the Meeting licence.
 */
export function wantedLicences(keys: LicenceKeys): WantedLicences | null {
  const { license_key: licence, meeting_license_key: meeting } = keys
  if (licence === undefined && meeting === undefined) return null
  const isEmpty = (key: string | null | undefined) => key === null || key === ''
  const give = [licence, meeting].flatMap((key) => (key === undefined || key === null || key === '' ? [] : [key]))
  return { give, lose: isEmpty(licence) ? 'all' : isEmpty(meeting) ? 'meeting' : 'nothing' }
}

const refusals: Readonly<Record<Exclude<SeatOutcome, 'done'>, readonly [ApiRefusal['error'], string]>> = {
  'not-found': ['invalid_request', 'license_key: the company has no such licence'],
  'licence-not-usable': ['license_required', 'The licence has ended or is switched off'],
  'no-seats-left': ['license_required', 'The licence has no seat left'],
  'one-meeting-licence': ['invalid_request', 'license_key: a user has one Meeting licence at most'],
}

/**
 * Gives a user of the company licences, inside the caller's transaction. What can't be given is refused and never
 * silently left out, as the vendor does.
 *
 * @throws {ApiRefusal}
 */
export async function changeLicencesIn(
  transaction: WorkspaceDatabase,
  { account, workspace }: Caller,
  accountId: string,
  { give, lose }: WantedLicences,
): Promise<void> {
  const author = { accountId: account.id, email: account.email }
  const held = lose === 'nothing' ? [] : await heldLicences(transaction, accountId)
  const takeBack = held.filter(({ product }) => lose === 'all' || isMeetingProduct(product)).map(({ id }) => id)
  const change = { companyId: account.companyId, accountId, give, takeBack, author }
  const outcome = await changeSeatsIn(transaction, change, workspace.now())
  if (outcome !== 'done') throw new ApiRefusal(...refusals[outcome])
}
