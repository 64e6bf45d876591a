import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { dayInMilliseconds, type Clock } from '../clock'
import { inTransaction } from '../database/in-transaction'
import { joinedTransaction } from '../database/joined-transaction'
import type { WorkspaceDatabase } from '../database/sqlite'
import type { Sealing } from '../secrets/sealing'
import { ApiRefusal } from './api-error'

/** How long an answer is kept for the next try, milliseconds. */
const keptFor = dayInMilliseconds

/** How long a request may be under way before another try may take its place: its instance has died then. */
const lease = 60_000

/** A structured string (RFC 8941 §3.3.3), as the draft wants it, or bare as most clients send it. */
const keyPattern = /^(?:"([\x20-\x21\x23-\x5b\x5d-\x7e]{1,255})"|([\x21\x23-\x2b\x2d-\x5b\x5d-\x7e]{1,255}))$/

/**
 * Reads `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header).
 *
 * @returns Null when there is none.
 * @throws {ApiRefusal} When it is not one string of 1 to 255 characters.
 */
export function readIdempotencyKey(header: string | undefined): string | null {
  if (header === undefined) return null
  const [, quoted, bare] = keyPattern.exec(header.trim()) ?? []
  const key = quoted ?? bare
  if (key === undefined) throw new ApiRefusal('invalid_request', 'Idempotency-Key: has to be one string of 1 to 255 characters')
  return key
}

interface Keyed {
  /** Whose key it is: two accounts may use the same one. */
  readonly accountId: string
  readonly key: string
  /** What was asked for, as text; the same for the same request. */
  readonly request: string
}

interface Answered {
  readonly body: unknown
  /** It was done before; this is the answer of that time. */
  readonly isRepeated: boolean
}

const hash = (text: string) => createHash('sha256').update(text).digest('base64url')
const answerSchema = z.object({ body: z.unknown() })

/**
 * Does what a request asks for once, however often and at however many instances it comes in: its work and its answer
 * are one transaction, so that there is never one without the other. A refused request has changed nothing, is not kept,
 * and is looked at anew.
 *
 * @param work Does all of its work in the database that it is given.
 * @throws {ApiRefusal} 422 where the key was used for something else, 409 while the request is under way.
 */
export async function answerOnce(
  { db, now, sealing }: { readonly db: WorkspaceDatabase; readonly now: Clock; readonly sealing: Sealing },
  { accountId, key, request }: Keyed,
  work: (db: WorkspaceDatabase) => Promise<unknown>,
): Promise<Answered> {
  const id = hash(`${accountId}\0${key}`)
  const fingerprint = hash(request)
  const claim = randomUUID()
  if (!(await take(db, { id, fingerprint, claim }, now()))) {
    const known = await db.selectFrom('idempotentRequest').where('id', '=', id).selectAll().executeTakeFirst()
    if (known !== undefined && known.fingerprint !== fingerprint) {
      throw new ApiRefusal('invalid_request', 'Idempotency-Key: was used for another request', null, 422)
    }
    // An answer that was sealed with a lost key can't be told any more.
    const answer = known === undefined || known.answer === null ? null : sealing.open(known.answer)
    if (answer === null) throw underWay()
    return { body: answerSchema.parse(JSON.parse(answer)).body, isRepeated: true }
  }
  try {
    const body = await inTransaction(db, async (transaction) => {
      const own = await transaction
        .selectFrom('idempotentRequest')
        .where('id', '=', id)
        .where('claim', '=', claim)
        .select('id')
        .forNoKeyUpdate()
        .executeTakeFirst()
      if (own === undefined) throw underWay()
      const done = await work(joinedTransaction(transaction))
      // Answers can hold what is stored nowhere else in the clear, such as a meeting's password.
      const answer = sealing.seal(JSON.stringify({ body: done }))
      await transaction.updateTable('idempotentRequest').set({ answer }).where('id', '=', id).execute()
      return done
    })
    return { body, isRepeated: false }
  } catch (error) {
    await db
      .deleteFrom('idempotentRequest')
      .where('id', '=', id)
      .where('claim', '=', claim)
      .where('answer', 'is', null)
      .execute()
    throw error
  }
}

const underWay = () => new ApiRefusal('invalid_request', 'The first request with this Idempotency-Key is under way', 1, 409)

/** Takes a key that nobody has, that is forgotten, or whose request died on its way. */
async function take(
  db: WorkspaceDatabase,
  { id, fingerprint, claim }: { id: string; fingerprint: string; claim: string },
  now: number,
): Promise<boolean> {
  const taken = { fingerprint, claim, claimedUntil: now + lease, answer: null, endsAt: now + keptFor }
  const row = await db
    .insertInto('idempotentRequest')
    .values({ id, ...taken })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(taken)
        .where((is) =>
          is.or([
            is('idempotentRequest.endsAt', '<=', now),
            is.and([
              is('idempotentRequest.answer', 'is', null),
              is('idempotentRequest.claimedUntil', '<=', now),
              is('idempotentRequest.fingerprint', '=', fingerprint),
            ]),
          ]),
        ),
    )
    .returning('claim')
    .executeTakeFirst()
  return row?.claim === claim
}
