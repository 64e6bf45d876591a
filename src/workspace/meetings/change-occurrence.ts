import { mostExceptions } from '../../contract/recurrence'
import { inTransaction } from '../database/in-transaction'
import type { WorkspaceDatabase } from '../database/sqlite'
import { storedExceptions, timesAmong, toSecond } from './exceptions'
import { findMeeting, type StoredMeeting } from './find-meetings'
import { createMeeting, deleteMeeting, type MeetingContent, type MeetingProblem, type Organizer } from './save-meeting'

/** One time of a series. */
interface OccurrenceName {
  readonly companyId: string
  readonly meetingId: string
  /** When it begins as the series has it, milliseconds since the epoch. */
  readonly start: number
}

/** Why one time of a series can't be changed by itself. */
type OccurrenceProblem =
  | 'no-such-time' // there is no such series, it does not take place then, or that time is left out already
  | 'too-many-exceptions'

/** Leaves one time out of a series. */
export async function leaveOut(db: WorkspaceDatabase, name: OccurrenceName): Promise<'done' | OccurrenceProblem> {
  return inTransaction(db, async (transaction) => {
    const series = await lockedSeries(transaction, name)
    const exceptions = series === null ? 'no-such-time' : exceptionsWith(series, name.start)
    if (typeof exceptions === 'string') return exceptions
    await setExceptions(transaction, name, exceptions)
    return 'done'
  })
}

/**
 * Puts a meeting of its own in the place of one time of a series: both happen, or neither.
 *
 * @param invitees Ids of accounts in the company, or e-mail addresses.
 * @param now Milliseconds since the epoch.
 * @returns The id of the new meeting, or why there is none.
 */
export async function replaceOccurrence(
  db: WorkspaceDatabase,
  { meetingId, start }: Omit<OccurrenceName, 'companyId'>,
  organizer: Organizer,
  content: MeetingContent,
  invitees: readonly string[],
  now: number,
): Promise<{ readonly outcome: 'done'; readonly id: string } | { readonly outcome: OccurrenceProblem | MeetingProblem }> {
  const name = { companyId: organizer.companyId, meetingId, start }
  return inTransaction(db, async (transaction) => {
    const series = await lockedSeries(transaction, name)
    const exceptions = series === null ? 'no-such-time' : exceptionsWith(series, start)
    if (typeof exceptions === 'string') return { outcome: exceptions }
    const made = await createMeeting(transaction, organizer, content, { invitees, exceptions: [] }, now)
    if (made.outcome === 'done') await setExceptions(transaction, name, exceptions)
    return made
  })
}

/**
 * Lets a series take place again at a time that was left out.
 *
 * @param inPlaceOf The meeting that took its place and is deleted with that, or null.
 * @returns `no-such-time` where the series has no such time (any more); nothing is deleted then.
 */
export async function restoreOccurrence(
  db: WorkspaceDatabase,
  name: OccurrenceName,
  inPlaceOf: string | null,
): Promise<'done' | 'no-such-time'> {
  return inTransaction(db, async (transaction) => {
    const series = await lockedSeries(transaction, name)
    if (series === null || !isTime(series, name.start)) return 'no-such-time'
    await setExceptions(transaction, name, series.exceptions.filter((moment) => moment !== toSecond(name.start)))
    if (inPlaceOf !== null) await deleteMeeting(transaction, name.companyId, inPlaceOf)
    return 'done'
  })
}

/** The series, which nobody else changes until the transaction ends. */
async function lockedSeries(transaction: WorkspaceDatabase, { companyId, meetingId }: OccurrenceName): Promise<StoredMeeting | null> {
  await transaction.selectFrom('meeting').where('id', '=', meetingId).select('id').forUpdate().execute()
  return findMeeting(transaction, companyId, meetingId)
}

function isTime(series: StoredMeeting, start: number): boolean {
  return timesAmong(series, [toSecond(start)]).length > 0
}

function exceptionsWith(series: StoredMeeting, start: number): readonly number[] | OccurrenceProblem {
  if (!isTime(series, start) || series.exceptions.includes(toSecond(start))) return 'no-such-time'
  return series.exceptions.length < mostExceptions ? [...series.exceptions, toSecond(start)] : 'too-many-exceptions'
}

async function setExceptions(
  transaction: WorkspaceDatabase,
  { companyId, meetingId }: OccurrenceName,
  exceptions: readonly number[],
): Promise<void> {
  await transaction
    .updateTable('meeting')
    .set({ exceptions: storedExceptions(exceptions) })
    .where('id', '=', meetingId)
    .where('companyId', '=', companyId)
    .execute()
}
