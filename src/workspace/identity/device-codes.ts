import { z } from 'zod'
import { longestComputerName } from '../../contract/web-api'
import type { WorkspaceDatabase } from '../database/sqlite'

/** What a page may know of a code that waits for an answer. */
interface WaitingCode {
  readonly userCode: string
  /** As the computer itself told it, which proves nothing; null when it told none. */
  readonly computerName: string | null
}

/** Brings what was typed to the form in which codes are kept: letters and digits, no dash, upper case. */
export function readUserCode(typed: string): string {
  return typed.replace(/[^a-zA-Z0-9]/g, '').toUpperCase()
}

/**
 * Cleans the name that a computer tells of itself: it is shown to whoever decides, so that it must not hold line breaks,
 * characters that turn the direction of writing, or whole stories.
 */
export function readComputerName(given: string | null): string | null {
  const clean = (given ?? '').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim()
  return clean === '' ? null : clean.slice(0, longestComputerName)
}

/** Finds a code that nobody has answered yet and that has not ended. `now` in milliseconds since the epoch. */
export async function findWaitingCode(db: WorkspaceDatabase, typed: string, now: number): Promise<WaitingCode | null> {
  const found = await db
    .selectFrom('deviceCode')
    .select(['userCode', 'computerName'])
    .where('userCode', '=', readUserCode(typed))
    .where('status', '=', 'pending')
    .where('expiresAt', '>', new Date(now).toISOString())
    .executeTakeFirst()
  return found ?? null
}

/**
 * Answers a code, once: of two answers at the same time, one finds nothing to answer.
 *
 * @param accountId Who answers; with `approved`, the account that the computer is signed in as.
 * @returns False when there is no such code, it has ended, or it is answered already.
 */
export async function answerCode(
  db: WorkspaceDatabase,
  answer: { readonly typed: string; readonly accountId: string; readonly status: 'approved' | 'denied' },
  now: number,
): Promise<boolean> {
  const changed = await db
    .updateTable('deviceCode')
    .set({ status: answer.status, userId: answer.accountId })
    .where('userCode', '=', readUserCode(answer.typed))
    .where('status', '=', 'pending')
    .where('expiresAt', '>', new Date(now).toISOString())
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

const issuedSchema = z.object({ user_code: z.string() })

/** Notes the name of the computer that a code was given to. `answer` is the library's body. */
export async function noteComputerName(db: WorkspaceDatabase, answer: unknown, computerName: string | null): Promise<void> {
  const issued = issuedSchema.safeParse(answer)
  if (!issued.success || computerName === null) return
  await db.updateTable('deviceCode').set({ computerName }).where('userCode', '=', issued.data.user_code).execute()
}
