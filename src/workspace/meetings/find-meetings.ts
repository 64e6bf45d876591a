import { sql, type SqlBool } from 'kysely'
import type { WorkspaceDatabase } from '../database/sqlite'
import { readExceptions } from './exceptions'
import type { MeetingContent } from './save-meeting'

/** Who asks about meetings. */
export interface MeetingReader {
  readonly accountId: string
  readonly email: string
  readonly companyId: string
}

interface Invitee {
  readonly email: string
  readonly accountId: string | null
  readonly name: string | null
}

export interface StoredMeeting extends MeetingContent {
  readonly id: string
  readonly organizer: { readonly id: string; readonly name: string; readonly email: string }
  readonly invitees: readonly Invitee[]
  /** The moments of a series that are left out, milliseconds since the epoch. */
  readonly exceptions: readonly number[]
}

/** What of meetings a list shows; moments in milliseconds since the epoch, a bound that is null is none. */
export interface MeetingsRange {
  readonly from: number | null
  readonly to: number | null
  readonly limit: number
  /** The last meeting of the page before. */
  readonly after: { readonly startsAt: number; readonly id: string } | null
}

function meetingsOf(db: WorkspaceDatabase, companyId: string) {
  return db
    .selectFrom('meeting')
    .innerJoin('user', 'user.id', 'meeting.organizerId')
    .where('meeting.companyId', '=', companyId)
    .select([
      'meeting.id',
      'meeting.organizerId',
      'user.name as organizerName',
      'user.email as organizerEmail',
      'meeting.subject',
      'meeting.startsAt',
      'meeting.endsAt',
      'meeting.timeZone',
      'meeting.recurrence',
      'meeting.exceptions',
      'meeting.password',
      'meeting.conferenceCall',
    ])
}

type MeetingRow = Awaited<ReturnType<ReturnType<typeof meetingsOf>['execute']>>[number]

/**
 * Lists the meetings that an account holds or is invited to, by their start. A series is listed once, where any of its
 * time touches the range.
 */
export async function listMeetings(
  db: WorkspaceDatabase,
  reader: MeetingReader,
  range: MeetingsRange,
): Promise<StoredMeeting[]> {
  const { from, to, after } = range
  let query = meetingsOf(db, reader.companyId).where((is) =>
    is.or([
      is('meeting.organizerId', '=', reader.accountId),
      is.exists(
        is
          .selectFrom('meetingInvitee')
          .whereRef('meetingInvitee.meetingId', '=', 'meeting.id')
          .where((its) =>
            its.or([
              its('meetingInvitee.accountId', '=', reader.accountId),
              its('meetingInvitee.email', '=', reader.email),
            ]),
          )
          .select('meetingInvitee.meetingId'),
      ),
    ]),
  )
  if (to !== null) query = query.where('meeting.startsAt', '<', to)
  if (from !== null) {
    query = query.where((is) => is.or([is('meeting.lastEndsAt', 'is', null), is('meeting.lastEndsAt', '>', from)]))
  }
  if (after !== null) {
    query = query.where(sql<SqlBool>`("meeting"."startsAt", "meeting"."id") > (${after.startsAt}, ${after.id})`)
  }
  const rows = await query.orderBy('meeting.startsAt').orderBy('meeting.id').limit(range.limit).execute()
  return withInvitees(db, rows)
}

/** Finds a meeting of the company by its id, or null. */
export async function findMeeting(
  db: WorkspaceDatabase,
  companyId: string,
  meetingId: string,
): Promise<StoredMeeting | null> {
  const row = await meetingsOf(db, companyId).where('meeting.id', '=', meetingId).executeTakeFirst()
  if (row === undefined) return null
  const [meeting] = await withInvitees(db, [row])
  return meeting ?? null
}

async function withInvitees(db: WorkspaceDatabase, rows: readonly MeetingRow[]): Promise<StoredMeeting[]> {
  const invitees = new Map<string, Invitee[]>()
  if (rows.length > 0) {
    const found = await db
      .selectFrom('meetingInvitee')
      .leftJoin('user', 'user.id', 'meetingInvitee.accountId')
      .where(
        'meetingInvitee.meetingId',
        'in',
        rows.map(({ id }) => id),
      )
      .orderBy('meetingInvitee.email')
      .select([
        'meetingInvitee.meetingId',
        'meetingInvitee.accountId',
        'user.name',
        sql<string>`coalesce("user"."email", "meetingInvitee"."email")`.as('email'),
      ])
      .execute()
    for (const { meetingId, email, accountId, name } of found) {
      const known = invitees.get(meetingId)
      if (known === undefined) invitees.set(meetingId, [{ email, accountId, name }])
      else known.push({ email, accountId, name })
    }
  }
  return rows.map(({ organizerId, organizerName, organizerEmail, exceptions, ...row }) => ({
    ...row,
    exceptions: readExceptions(exceptions),
    organizer: { id: organizerId, name: organizerName, email: organizerEmail },
    invitees: invitees.get(row.id) ?? [],
  }))
}

/** What an account is to a meeting of its company: only its organiser changes it and sees its password. */
export function placeIn(meeting: StoredMeeting, reader: MeetingReader): 'organizer' | 'invitee' | 'colleague' {
  if (meeting.organizer.id === reader.accountId) return 'organizer'
  const isInvited = meeting.invitees.some(
    ({ accountId, email }) => accountId === reader.accountId || email === reader.email,
  )
  return isInvited ? 'invitee' : 'colleague'
}
