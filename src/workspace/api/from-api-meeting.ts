import type { ChangeMeeting, CreateMeeting } from '../../contract/web-api-meetings'
import { hourInSeconds } from '../clock'
import type { StoredMeeting } from '../meetings/find-meetings'
import type { MeetingContent } from '../meetings/save-meeting'
import type { Sealing } from '../secrets/sealing'
import { ApiRefusal } from './api-error'

/**
 * What is to be stored of a new meeting.
 *
 * @param now When an instant meeting begins, milliseconds since the epoch.
 * @throws {ApiRefusal} When a planned meeting has no times.
 */
export function newContent(wanted: CreateMeeting, now: number, sealing: Sealing): MeetingContent {
  const isInstant = wanted.instant === true
  if (!isInstant && wanted.start === undefined) throw new ApiRefusal('invalid_request', 'start: required')
  if (!isInstant && wanted.end === undefined) throw new ApiRefusal('invalid_request', 'end: required')
  const startsAt = isInstant || wanted.start === undefined ? now : Date.parse(wanted.start)
  return {
    subject: wanted.subject,
    startsAt,
    endsAt: wanted.end === undefined ? startsAt + hourInSeconds * 1000 : Date.parse(wanted.end),
    timeZone: wanted.time_zone ?? null,
    recurrence: emptyToNull(wanted.recurrence),
    password: sealed(wanted.password, sealing),
    conferenceCall: dialIn(wanted.conference_call_information),
  }
}

/** The moments of a series that are to be left out; null for those that are left out already. */
export function exceptionsOf({ parley_exceptions: moments }: ChangeMeeting): readonly number[] | null {
  return moments?.map((moment) => Date.parse(moment)) ?? null
}

/** One time of a series, as a meeting that takes place once. @param start When it begins, milliseconds since the epoch. */
export function occurrenceOf(series: StoredMeeting, start: number): StoredMeeting {
  return { ...series, startsAt: start, endsAt: start + series.endsAt - series.startsAt, recurrence: null, exceptions: [] }
}

/** What is to be stored of a changed meeting: what the change leaves out stays. */
export function changedContent(before: StoredMeeting, change: ChangeMeeting, sealing: Sealing): MeetingContent {
  const { start, end, time_zone: timeZone, recurrence, password, conference_call_information: call } = change
  return {
    subject: change.subject ?? before.subject,
    startsAt: start === undefined ? before.startsAt : Date.parse(start),
    endsAt: end === undefined ? before.endsAt : Date.parse(end),
    timeZone: timeZone === undefined ? before.timeZone : timeZone,
    recurrence: recurrence === undefined ? before.recurrence : emptyToNull(recurrence),
    password: password === undefined ? before.password : sealed(password, sealing),
    conferenceCall: call === undefined ? before.conferenceCall : dialIn(call),
  }
}

const emptyToNull = (text: string | null | undefined): string | null => (text === undefined || text === '' ? null : text)

function sealed(password: string | null | undefined, sealing: Sealing): string | null {
  return password === undefined || password === null || password === '' ? null : sealing.seal(password)
}

function dialIn(call: CreateMeeting['conference_call_information']): string | null {
  return call === undefined || call === null ? null : JSON.stringify(call)
}
