import type { ApiMeeting } from '../../contract/web-api-meetings'
import { findMeeting, placeIn, type MeetingReader, type StoredMeeting } from '../meetings/find-meetings'
import type { MeetingProblem } from '../meetings/save-meeting'
import { ApiRefusal } from './api-error'
import type { Caller } from './route'
import { toApiMeeting } from './to-api-meeting'

/** What a caller hears of a meeting that can't be stored like that. */
export const meetingProblems: Readonly<Record<MeetingProblem, string>> = {
  'ends-before-start': 'end: has to be after start',
  'too-long': 'end: a meeting lasts at most a week',
  'recurrence-not-valid': 'recurrence: not a rule that can be followed (RFC 5545, daily to yearly)',
  'exception-not-valid': 'parley_exceptions: not a time of the series, or its rule is none whose times are changed singly',
  'unknown-invitee': 'invitees: an id names nobody in the company',
}

/** Who asks. */
export function readerOf({ account }: Caller): MeetingReader {
  return { accountId: account.id, email: account.email, companyId: account.companyId }
}

/** A meeting of the caller's company. @throws {ApiRefusal} `not_found`. */
export async function findOr404(caller: Caller, id: string): Promise<StoredMeeting> {
  const meeting = await findMeeting(caller.workspace.db, caller.account.companyId, id)
  if (meeting === null) throw new ApiRefusal('not_found', 'There is no such meeting')
  return meeting
}

/** The meeting, for its organiser alone. @throws {ApiRefusal} `not_found`, `invalid_permission`. */
export async function findOwn(caller: Caller, id: string): Promise<StoredMeeting> {
  const meeting = await findOr404(caller, id)
  if (placeIn(meeting, readerOf(caller)) === 'organizer') return meeting
  throw new ApiRefusal('invalid_permission', 'Only its organiser may change a meeting')
}

/** A meeting as the caller may see it. */
export function shownTo(caller: Caller, meeting: StoredMeeting): ApiMeeting {
  const { address, sealing } = caller.workspace
  return toApiMeeting(meeting, placeIn(meeting, readerOf(caller)), { address, sealing })
}
