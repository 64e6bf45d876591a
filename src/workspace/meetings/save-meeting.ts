import type { WorkspaceDatabase } from '../database/sqlite'
import { newMeetingId } from './meeting-id'
import { readRecurrence } from './recurrence'

/** A meeting as it is to be stored. Moments are milliseconds since the epoch. */
export interface MeetingContent {
  readonly subject: string
  readonly startsAt: number
  readonly endsAt: number
  readonly timeZone: string | null
  /** RFC 5545 §3.3.10, or null for a meeting that takes place once. */
  readonly recurrence: string | null
  /** Sealed, or null for none. */
  readonly password: string | null
  /** JSON, or null. */
  readonly conferenceCall: string | null
}

/** Why a meeting can't be stored like that. */
export type MeetingProblem =
  | 'ends-before-start'
  | 'too-long' // a single meeting lasts at most a week
  | 'recurrence-not-valid'
  | 'unknown-invitee' // an id that is nobody in the company

type Saved<T> = ({ readonly outcome: 'done' } & T) | { readonly outcome: MeetingProblem }

const longest = 7 * 24 * 60 * 60 * 1000

/** Draws that are tried before giving up; a second one is rare until there are millions of meetings. */
const mostDraws = 20

/** Who holds a meeting. */
export interface Organizer {
  readonly accountId: string
  readonly companyId: string
}

/**
 * Makes a meeting.
 *
 * @param invitees Ids of accounts in the company, or e-mail addresses.
 * @param now Milliseconds since the epoch.
 */
export async function createMeeting(
  db: WorkspaceDatabase,
  organizer: Organizer,
  content: MeetingContent,
  invitees: readonly string[],
  now: number,
): Promise<Saved<{ id: string }>> {
  const span = await spanOf(content)
  if (typeof span === 'string') return { outcome: span }
  return db.transaction().execute(async (transaction) => {
    const invited = await findInvitees(transaction, organizer.companyId, invitees)
    if (invited === null) return { outcome: 'unknown-invitee' }
    for (let draw = 0; draw < mostDraws; draw += 1) {
      const id = newMeetingId()
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('meeting')
        .values({
          id,
          companyId: organizer.companyId,
          organizerId: organizer.accountId,
          ...content,
          ...span,
          createdAt: now,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst()
      if (numInsertedOrUpdatedRows !== 1n) continue
      await insertInvitees(transaction, id, invited)
      return { outcome: 'done', id }
    }
    throw new Error('No free meeting id was drawn')
  })
}

/**
 * Changes a meeting.
 *
 * @param invitees The new ones, or null to leave them.
 */
export async function changeMeeting(
  db: WorkspaceDatabase,
  companyId: string,
  meetingId: string,
  content: MeetingContent,
  invitees: readonly string[] | null,
): Promise<Saved<object>> {
  const span = await spanOf(content)
  if (typeof span === 'string') return { outcome: span }
  return db.transaction().execute(async (transaction) => {
    const invited = invitees === null ? null : await findInvitees(transaction, companyId, invitees)
    if (invitees !== null && invited === null) return { outcome: 'unknown-invitee' }
    await transaction
      .updateTable('meeting')
      .set({ ...content, ...span })
      .where('id', '=', meetingId)
      .where('companyId', '=', companyId)
      .execute()
    if (invited !== null) {
      await transaction.deleteFrom('meetingInvitee').where('meetingId', '=', meetingId).execute()
      await insertInvitees(transaction, meetingId, invited)
    }
    return { outcome: 'done' }
  })
}

/** Deletes a meeting for good; its invitees' rows go with it. */
export async function deleteMeeting(db: WorkspaceDatabase, companyId: string, meetingId: string): Promise<void> {
  await db.deleteFrom('meeting').where('id', '=', meetingId).where('companyId', '=', companyId).execute()
}

/** When a meeting's last repetition ends. */
async function spanOf(content: MeetingContent): Promise<{ lastEndsAt: number | null } | MeetingProblem> {
  const length = content.endsAt - content.startsAt
  if (length <= 0) return 'ends-before-start'
  if (length > longest) return 'too-long'
  if (content.recurrence === null) return { lastEndsAt: content.endsAt }
  const recurrence = await readRecurrence(content.recurrence, content.startsAt, content.timeZone ?? 'UTC')
  if (recurrence === null) return 'recurrence-not-valid'
  return { lastEndsAt: recurrence.lastStart === null ? null : recurrence.lastStart + length }
}

type Invited = ReadonlyMap<string, string | null>

/** E-mails of the invited with their account's id, or null when an id names nobody. */
async function findInvitees(
  db: WorkspaceDatabase,
  companyId: string,
  invitees: readonly string[],
): Promise<Invited | null> {
  const invited = new Map<string, string | null>()
  if (invitees.length === 0) return invited
  const wanted = invitees.map((invitee) => (invitee.includes('@') ? invitee.toLowerCase() : invitee))
  const known = await db
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.accountId')
    .where('membership.companyId', '=', companyId)
    .where((is) => is.or([is('user.id', 'in', wanted), is('user.email', 'in', wanted)]))
    .select(['user.id', 'user.email'])
    .execute()
  const ids = new Set(known.map(({ id }) => id))
  for (const invitee of wanted) {
    if (invitee.includes('@')) invited.set(invitee, null)
    else if (!ids.has(invitee)) return null
  }
  for (const { id, email } of known) invited.set(email, id)
  return invited
}

async function insertInvitees(db: WorkspaceDatabase, meetingId: string, invited: Invited): Promise<void> {
  const rows = [...invited].map(([email, accountId]) => ({ meetingId, email, accountId }))
  if (rows.length > 0) await db.insertInto('meetingInvitee').values(rows).execute()
}
