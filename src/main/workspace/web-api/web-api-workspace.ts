import { z } from 'zod'
import type { Capabilities } from '../../../contract/workspace'
import type { SendRequest } from '../requests'
import type { Workspace, WorkspaceAnswer, WorkspaceMeetings } from '../workspace'
import { accountAnswer, companyAnswer } from './account'
import { licencesAnswer } from './licences'
import { invitationAnswer, meetingAnswer, meetingFields, meetingsAnswer } from './meetings'
import { allPages } from './pages'
import { peopleAnswer } from './people'

export interface WebApiOptions {
  send: SendRequest
  capabilities: Capabilities
  consoleAddress: Workspace['consoleAddress']
  isOwnPage: Workspace['isOwnPage']
  /** Milliseconds since the epoch. */
  now: () => number
}

/** How long a meeting that starts now is planned for, in milliseconds; it goes on as long as people stay. */
const instantLength = 60 * 60_000

const nothing: z.ZodType<null> = z.unknown().transform(() => null)

/**
 * A workspace that speaks the Web API v1, the vendor's or Parley's own: same paths, same fields, Parley's additions
 * where `capabilities` has them.
 */
export function webApiWorkspace({ send, capabilities, consoleAddress, isOwnPage, now }: WebApiOptions): Workspace {
  return {
    capabilities,
    account: () => send({ path: '/account', schema: accountAnswer }),
    company: () => send({ path: '/company', schema: companyAnswer }),
    licences: () =>
      send({ path: '/company/license', schema: licencesAnswer(new Date(now()).toISOString().slice(0, 10)) }),
    people: () => allPages((page) => send({ path: '/users', query: { full_list: 'true', ...page }, schema: peopleAnswer })),
    meetings: webApiMeetings(send, capabilities, now),
    consoleAddress,
    isOwnPage,
  }
}

function webApiMeetings(send: SendRequest, capabilities: Capabilities, now: () => number): WorkspaceMeetings {
  const keeps = {
    timeZone: capabilities.meetingTimeZone,
    recurrence: capabilities.meetingRecurrence,
    invitees: capabilities.meetingInvitees,
  }

  const withId = async <T>(id: string, ask: (path: string) => Promise<WorkspaceAnswer<T>>): Promise<WorkspaceAnswer<T>> =>
    // An empty id would name the whole list.
    id.trim() === '' ? { outcome: 'failed', problem: 'not-found', retryAt: null } : ask(`/meetings/${encodeURIComponent(id)}`)

  return {
    list: ({ from, to }) =>
      allPages((page) =>
        send({ path: '/meetings', query: { from_date: from, to_date: to, ...page }, schema: meetingsAnswer }),
      ),
    read: (id) => withId(id, (path) => send({ path, schema: meetingAnswer })),
    create: (draft) =>
      send({ method: 'POST', path: '/meetings', body: meetingFields(draft, keeps), schema: meetingAnswer }),
    startNow: (subject) => {
      // The vendor's API wants the times of an instant meeting too.
      const start = new Date(now()).toISOString()
      const end = new Date(now() + instantLength).toISOString()
      return send({
        method: 'POST',
        path: '/meetings',
        body: { subject, start, end, instant: true },
        schema: meetingAnswer,
      })
    },
    change: (id, change) =>
      withId(id, (path) => send({ method: 'PUT', path, body: meetingFields(change, keeps), schema: nothing })),
    remove: (id) => withId(id, (path) => send({ method: 'DELETE', path, schema: nothing })),
    invitation: (id, { language, timeZone }) =>
      withId(id, (path) =>
        send({ path: `${path}/invitation`, query: { language, timezone: timeZone }, schema: invitationAnswer }),
      ),
  }
}
