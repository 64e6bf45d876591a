import { apiMeetingSchema, changeOccurrenceSchema, occurrenceParamsSchema, restoreOccurrenceSchema } from '../../contract/web-api-meetings'
import { leaveOut, replaceOccurrence, restoreOccurrence } from '../meetings/change-occurrence'
import { ApiRefusal } from './api-error'
import { findOr404, findOwn, meetingProblems, shownTo } from './callers-meeting'
import { changedContent, occurrenceOf } from './from-api-meeting'
import { route, type ApiRoute } from './route'

const described = { path: '/meetings/{id}/parley-occurrences/{start}', origin: 'parley', scope: 'meetings.write', params: occurrenceParamsSchema } as const

const noSuchTime = 'The series does not take place then, or that time is left out already'
const tooMany = 'parley_exceptions: as many times of the series are left out as can be'

/** Single times of a series. */
export const occurrenceRoutes: readonly ApiRoute[] = [
  route(
    {
      ...described,
      method: 'DELETE',
      id: 'deleteOccurrence',
      summary: 'Leaves one time out of a series; for its organiser',
      description: '`start` is the moment at which that time begins.',
      response: null,
    },
    async (caller, { params: { id, start } }) => {
      const series = await findOwn(caller, id)
      const outcome = await leaveOut(caller.workspace.db, { companyId: caller.account.companyId, meetingId: series.id, start: Date.parse(start) })
      if (outcome === 'no-such-time') throw new ApiRefusal('not_found', noSuchTime)
      if (outcome === 'too-many-exceptions') throw new ApiRefusal('invalid_request', tooMany)
      return null
    },
  ),
  route(
    {
      ...described,
      method: 'POST',
      id: 'changeOccurrence',
      summary: 'Puts a changed meeting of its own in the place of one time of a series; for its organiser',
      description: 'Both happen, or neither. What the body leaves out is as in the series.',
      body: changeOccurrenceSchema,
      response: apiMeetingSchema,
    },
    async (caller, { params: { id, start }, body }) => {
      const { workspace, account } = caller
      const series = await findOwn(caller, id)
      const occurrence = occurrenceOf(series, Date.parse(start))
      const made = await replaceOccurrence(
        workspace.db,
        { meetingId: series.id, start: occurrence.startsAt },
        { accountId: account.id, companyId: account.companyId },
        changedContent(occurrence, body, workspace.sealing),
        body.invitees ?? series.invitees.map(({ accountId, email }) => accountId ?? email),
        workspace.now(),
      )
      if (made.outcome === 'no-such-time') throw new ApiRefusal('not_found', noSuchTime)
      if (made.outcome === 'too-many-exceptions') throw new ApiRefusal('invalid_request', tooMany)
      if (made.outcome !== 'done') throw new ApiRefusal('invalid_request', meetingProblems[made.outcome])
      return shownTo(caller, await findOr404(caller, made.id))
    },
  ),
  route(
    {
      ...described,
      method: 'PUT',
      id: 'restoreOccurrence',
      summary: 'Lets a series take place again at a time that was left out; for its organiser',
      description: 'The meeting `in_place_of` is deleted with that: both happen, or neither.',
      body: restoreOccurrenceSchema,
      response: null,
    },
    async (caller, { params: { id, start }, body }) => {
      const series = await findOwn(caller, id)
      const replaced = body.in_place_of === undefined ? null : await findOwn(caller, body.in_place_of)
      if (replaced !== null && replaced.recurrence !== null) throw new ApiRefusal('invalid_request', 'in_place_of: a series takes the place of no single time')
      const name = { companyId: caller.account.companyId, meetingId: series.id, start: Date.parse(start) }
      const outcome = await restoreOccurrence(caller.workspace.db, name, replaced?.id ?? null)
      if (outcome === 'no-such-time') throw new ApiRefusal('not_found', noSuchTime)
      return null
    },
  ),
]
