import { z } from 'zod'
import { matchLanguage } from '../../contract/languages'
import {
  apiBlizzMeetingsSchema,
  apiInvitationSchema,
  apiMeetingSchema,
  apiMeetingsSchema,
  changeMeetingSchema,
  createMeetingSchema,
  invitationQuerySchema,
  meetingIdSchema,
  meetingsQuerySchema,
  type ApiMeeting,
  type CreateMeeting,
} from '../../contract/web-api-meetings'
import { dayInMilliseconds } from '../clock'
import { listMeetings, placeIn } from '../meetings/find-meetings'
import { writeInvitation } from '../meetings/invitation'
import { participantLink } from '../meetings/meeting-id'
import { changeMeeting, createMeeting, deleteMeeting } from '../meetings/save-meeting'
import { ApiRefusal } from './api-error'
import { findOr404, findOwn, meetingProblems as problems, readerOf, shownTo } from './callers-meeting'
import { writeCursor } from '../http/cursor'
import { readContinuation } from './continuation'
import { changedContent, exceptionsOf, newContent } from './from-api-meeting'
import { route, type ApiRoute, type Caller } from './route'
import { toApiDialIn } from './to-api-meeting'

const idParams = z.object({ id: meetingIdSchema })

const pageKeySchema = z.tuple([z.int(), z.string()])

const moment = (text: string): number => Date.parse(text)

async function page(caller: Caller, query: z.output<typeof meetingsQuerySchema>) {
  const { workspace } = caller
  const { from_date: from, to_date: to, limit } = query
  const after = query.continuation_token === undefined ? null : readContinuation(query.continuation_token, pageKeySchema)
  const found = await listMeetings(workspace.db, readerOf(caller), {
    from: from !== undefined ? moment(from) : to === undefined ? workspace.now() : null,
    // A day as the last one is meant with all of its hours.
    to: to === undefined ? null : moment(to) + (to.length === 10 ? dayInMilliseconds : 0),
    limit: limit + 1,
    after: after === null ? null : { startsAt: after[0], id: after[1] },
  })
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return {
    meetings: shown.map((meeting) => shownTo(caller, meeting)),
    ...(found.length > limit && last !== undefined
      ? { continuation_token: writeCursor([last.startsAt, last.id]) }
      : {}),
  }
}

async function create(caller: Caller, wanted: CreateMeeting): Promise<ApiMeeting> {
  const { db, now, sealing } = caller.workspace
  const organizer = { accountId: caller.account.id, companyId: caller.account.companyId }
  const parts = { invitees: wanted.invitees ?? [], exceptions: exceptionsOf(wanted) ?? [] }
  const saved = await createMeeting(db, organizer, newContent(wanted, now(), sealing), parts, now())
  if (saved.outcome !== 'done') throw new ApiRefusal('invalid_request', problems[saved.outcome])
  return shownTo(caller, await findOr404(caller, saved.id))
}

const listed =
  'Those that touch the time from `from_date` to `to_date`, in UTC, the last day with all of its hours; without both, those that have not ended yet. A page holds at most 1,000 meetings, a series once; `continuation_token` leads to the next.'

/** Meetings of the account: those it holds and those it is invited to. Anyone of the company finds one by its id. */
export const meetingRoutes: readonly ApiRoute[] = [
  route(
    {
      method: 'GET',
      path: '/meetings',
      id: 'listMeetings',
      summary: 'Lists the meetings that the account holds or is invited to',
      description: listed,
      origin: 'vendor',
      scope: 'meetings.read',
      query: meetingsQuerySchema,
      response: apiMeetingsSchema,
    },
    (caller, { query }) => page(caller, query),
  ),
  route(
    {
      method: 'POST',
      path: '/meetings',
      id: 'createMeeting',
      summary: 'Plans a meeting, or starts one now with `instant`',
      origin: 'vendor',
      scope: 'meetings.write',
      body: createMeetingSchema,
      response: apiMeetingSchema,
    },
    (caller, { body }) => create(caller, body),
  ),
  route(
    {
      method: 'GET',
      path: '/meetings/blizz',
      id: 'listBlizzMeetings',
      summary: 'Lists the same meetings as the stand-alone Meeting product does',
      description: listed,
      origin: 'vendor',
      scope: 'meetings.read',
      query: meetingsQuerySchema,
      response: apiBlizzMeetingsSchema,
    },
    async (caller, { query }) => {
      const { meetings, ...more } = await page(caller, query)
      return { blizzMeetings: meetings, ...more }
    },
  ),
  route(
    {
      method: 'POST',
      path: '/meetings/blizz',
      id: 'createBlizzMeeting',
      summary: 'Plans a meeting as the stand-alone Meeting product does',
      origin: 'vendor',
      scope: 'meetings.write',
      body: createMeetingSchema,
      response: apiMeetingSchema,
    },
    (caller, { body }) => create(caller, body),
  ),
  ...(['/meetings/{id}', '/meetings/blizz/{id}'] as const).map((path) =>
    route(
      {
        method: 'GET',
        path,
        id: path.includes('blizz') ? 'readBlizzMeeting' : 'readMeeting',
        summary: 'Reads a meeting of the company',
        description: 'Invitees are shown to the organiser and those invited, the password to the organiser alone.',
        origin: 'vendor',
        scope: 'meetings.read',
        params: idParams,
        response: apiMeetingSchema,
      },
      async (caller, { params }) => shownTo(caller, await findOr404(caller, params.id)),
    ),
  ),
  route(
    {
      method: 'PUT',
      path: '/meetings/{id}',
      id: 'changeMeeting',
      summary: 'Changes a meeting; for its organiser',
      origin: 'vendor',
      scope: 'meetings.write',
      params: idParams,
      body: changeMeetingSchema,
      response: null,
    },
    async (caller, { params, body }) => {
      const before = await findOwn(caller, params.id)
      const { db } = caller.workspace
      const content = changedContent(before, body, caller.workspace.sealing)
      const parts = { invitees: body.invitees ?? null, exceptions: exceptionsOf(body) }
      const saved = await changeMeeting(db, caller.account.companyId, before.id, content, parts)
      if (saved.outcome !== 'done') throw new ApiRefusal('invalid_request', problems[saved.outcome])
      return null
    },
  ),
  route(
    {
      method: 'DELETE',
      path: '/meetings/{id}',
      id: 'deleteMeeting',
      summary: 'Deletes a meeting; for its organiser',
      origin: 'vendor',
      scope: 'meetings.write',
      params: idParams,
      response: null,
    },
    async (caller, { params }) => {
      const meeting = await findOwn(caller, params.id)
      await deleteMeeting(caller.workspace.db, caller.account.companyId, meeting.id)
      return null
    },
  ),
  route(
    {
      method: 'GET',
      path: '/meetings/{id}/invitation',
      id: 'readInvitation',
      summary: 'Writes the text to send to participants',
      description: 'The password is in the text for the organiser alone.',
      origin: 'vendor',
      scope: 'meetings.read',
      params: idParams,
      query: invitationQuerySchema,
      response: apiInvitationSchema,
    },
    async (caller, { params, query }) => {
      const { address, sealing } = caller.workspace
      const meeting = await findOr404(caller, params.id)
      const place = placeIn(meeting, readerOf(caller))
      const content = {
        ...meeting,
        organizerName: meeting.organizer.name,
        password: place === 'organizer' && meeting.password !== null ? sealing.open(meeting.password) : null,
        dialIn: toApiDialIn(meeting)?.custom_data ?? null,
        link: participantLink(address, meeting.id),
      }
      const language = matchLanguage([query.language ?? caller.account.language])
      const text = await writeInvitation(content, language, query.timezone ?? meeting.timeZone ?? 'UTC')
      return { invitation_text: text }
    },
  ),
]
