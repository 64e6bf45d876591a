import { inTransaction } from '../database/in-transaction'
import type { WorkspaceDatabase } from '../database/sqlite'
import { readExceptions, storedExceptions, timesAmong, toSecond } from './exceptions'
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
  | 'exception-not-valid' // a moment at which the meeting does not take place anyhow
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

/** What belongs to a meeting beside its own fields. */
interface Parts {
  /** Ids of accounts in the company, or e-mail addresses. */
  readonly invitees: readonly string[]
  /** The moments of a series that are left out, milliseconds since the epoch. */
  readonly exceptions: readonly number[]
}

/**
 * Makes a meeting.
 *
 * @param now Milliseconds since the epoch.
 */
export async function createMeeting(
  db: WorkspaceDatabase,
  organizer: Organizer,
  content: MeetingContent,
  { invitees, exceptions }: Parts,
  now: number,
): Promise<Saved<{ id: string }>> {
  const span = await spanOf(content)
  if (typeof span === 'string') return { outcome: span }
  if (!areTimes(content, exceptions)) return { outcome: 'exception-not-valid' }
  return inTransaction(db, async (transaction) => {
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
          exceptions: storedExceptions(exceptions.map(toSecond)),
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
 * @param parts Those that are new; null leaves what was there, but for the exceptions that are no times of the meeting any more.
 */
export async function changeMeeting(
  db: WorkspaceDatabase,
  companyId: string,
  meetingId: string,
  content: MeetingContent,
  { invitees, exceptions }: { readonly [Part in keyof Parts]: Parts[Part] | null },
): Promise<Saved<object>> {
  const span = await spanOf(content)
  if (typeof span === 'string') return { outcome: span }
  if (exceptions !== null && !areTimes(content, exceptions)) return { outcome: 'exception-not-valid' }
  return inTransaction(db, async (transaction) => {
    const invited = invitees === null ? null : await findInvitees(transaction, companyId, invitees)
    if (invitees !== null && invited === null) return { outcome: 'unknown-invitee' }
    const known = await transaction.selectFrom('meeting').where('id', '=', meetingId).select('exceptions').forUpdate().executeTakeFirst()
    const kept = exceptions?.map(toSecond) ?? timesAmong(content, readExceptions(known?.exceptions ?? '[]'))
    await transaction
      .updateTable('meeting')
      .set({ ...content, ...span, exceptions: storedExceptions(kept) })
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

function areTimes(content: MeetingContent, moments: readonly number[]): boolean {
  return timesAmong(content, moments.map(toSecond)).length === moments.length
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
