import { z } from 'zod'
import type { Capabilities } from '../../../contract/workspace'
import type { Meeting } from '../../../contract/meeting'
import type { ListHistory } from '../list-history'
import type { SendRequest } from '../requests'
import { failed, type Making, type Workspace, type WorkspaceAnswer, type WorkspaceMeetings } from '../workspace'
import { accountAnswer, companyAnswer } from './account'
import { licencesAnswer } from './licences'
import { invitationAnswer, meetingAnswer, meetingFields } from './meetings'
import { allPages } from './pages'
import { peopleAnswer } from './people'
import { readMeetings } from './read-meetings'

export interface WebApiOptions {
  send: SendRequest
  capabilities: Capabilities
  consoleAddress: Workspace['consoleAddress']
  isOwnPage: Workspace['isOwnPage']
  /** Of the list of the vendor's stand-alone Meeting product's meetings; null where there is none. */
  standAloneMeetings: ListHistory | null
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
export function webApiWorkspace({ send, capabilities, consoleAddress, isOwnPage, standAloneMeetings, now }: WebApiOptions): Workspace {
  return {
    capabilities,
    account: () => send({ path: '/account', schema: accountAnswer }),
    company: () => send({ path: '/company', schema: companyAnswer }),
    licences: () =>
      send({ path: '/company/license', schema: licencesAnswer(new Date(now()).toISOString().slice(0, 10)) }),
    people: (pause) => allPages((page) => send({ path: '/users', query: { full_list: 'true', ...page }, schema: peopleAnswer }), pause),
    meetings: webApiMeetings(send, capabilities, readMeetings(send, standAloneMeetings)),
    consoleAddress,
    isOwnPage,
  }
}

function webApiMeetings(send: SendRequest, capabilities: Capabilities, reading: ReturnType<typeof readMeetings>): WorkspaceMeetings {
  const keeps = {
    timeZone: capabilities.meetingTimeZone,
    recurrence: capabilities.meetingRecurrence,
    invitees: capabilities.meetingInvitees,
  }

  const withId = async <T>(id: string, ask: (path: string) => Promise<WorkspaceAnswer<T>>): Promise<WorkspaceAnswer<T>> =>
    // An empty id would name the whole list.
    id.trim() === '' ? { outcome: 'failed', problem: 'not-found', retryAt: null } : ask(`/meetings/${encodeURIComponent(id)}`)

  const onceOf = <T>(id: string, start: string, ask: (path: string) => Promise<WorkspaceAnswer<T>>): Promise<WorkspaceAnswer<T>> =>
    withId(id, (path) => ask(`${path}/parley-occurrences/${encodeURIComponent(start)}`))

  const make = async (body: object, { key }: Making, path = '/meetings'): Promise<WorkspaceAnswer<Meeting>> => {
    const answer = await send({ method: 'POST', path, body, key, schema: meetingAnswer })
    // Nothing is there yet that somebody could have changed: the first try of the same wish is still under way.
    return answer.outcome === 'failed' && answer.problem === 'conflict' ? failed('too-slow') : answer
  }

  return {
    list: reading.list,
    read: (id) => withId(id, () => reading.read(id)),
    create: (draft, making) => make(meetingFields(draft, keeps), making),
    startNow: (subject, making) => {
      // The vendor's API wants the times of an instant meeting too; they are the same when it is asked for again.
      const start = new Date(making.at).toISOString()
      const end = new Date(making.at + instantLength).toISOString()
      return make({ subject, start, end, instant: true }, making)
    },
    change: (id, change) =>
      withId(id, (path) => send({ method: 'PUT', path, body: meetingFields(change, keeps), schema: nothing })),
    remove: (id) => withId(id, (path) => send({ method: 'DELETE', path, schema: nothing })),
    removeOccurrence: (id, start) => onceOf(id, start, (path) => send({ method: 'DELETE', path, schema: nothing })),
    changeOccurrence: (id, start, change, making) => onceOf(id, start, (path) => make(meetingFields(change, keeps), making, path)),
    restoreOccurrence: (id, start, inPlaceOf) =>
      onceOf(id, start, (path) => send({ method: 'PUT', path, body: { in_place_of: inPlaceOf }, schema: nothing })),
    invitation: (id, { language, timeZone }) =>
      withId(id, (path) =>
        send({ path: `${path}/invitation`, query: { language, timezone: timeZone }, schema: invitationAnswer }),
      ),
  }
}
