import { z } from 'zod'
import type { RefusalReason } from '../../contract/bulk-jobs'
import { inTransaction } from '../database/in-transaction'
import type { WorkspaceDatabase } from '../database/sqlite'
import { hashOfLink, linkAddress } from '../links/account-links'
import type { Log } from '../log'
import { deliver } from '../mail/delivery'
import type { Mail, MailMessage } from '../mail/mail'
import { invitationMail } from '../mail/messages'
import { mostBegun, waits } from '../mail/patience'
import type { Sealing } from '../secrets/sealing'
import { findActiveAccount } from '../users/find-account'
import { heldJob, type Worker } from './claim-job'
import { findActor } from './job-actor'
import type { JobLane } from './run-jobs'
import type { LinkOnItsWay } from './start-mailing'
import { whileHolding } from './while-holding'
import { endJob, type Step } from './work-on-job'

/** What mailing links needs. */
export interface Mailing {
  /** Null where the operator has set no server: then mails wait for one, or for another instance that has one. */
  readonly mail: Mail | null
  /** Where people reach the workspace. */
  readonly address: string
  /** Opens the links' secrets. */
  readonly sealing: Sealing
  readonly log: Log
}

/** No item comes after it: the largest integer of the databases' columns. */
const lastPosition = 2 ** 31 - 1

const onItsWaySchema = z.object({ sealedToken: z.string(), begun: z.int() }) satisfies z.ZodType<LinkOnItsWay>

interface NextMail {
  readonly position: number
  readonly onItsWay: LinkOnItsWay
  readonly message: MailMessage
}

/**
 * Mails links for first passwords, one after the other. Before a message is handed to the server its beginning is written down, and
 * after it what came of it: a worker that dies in between leaves one person whose mail is sent once more by whoever goes on, with
 * the same link. Nothing of the database is locked meanwhile.
 */
export function mailsLane(mailing: Mailing): JobLane {
  return {
    name: 'mails',
    isToStopAlone: mailing.mail === null,
    begin: (worker, { id: jobId }) => {
      let after = 0
      const holding = { lease: worker.lease, renew: () => renew(worker, jobId), log: mailing.log, of: { job: jobId } }
      return async () => {
        const next = await takeNext(worker, mailing, jobId, after)
        if (typeof next === 'string') return next
        const { position, onItsWay, message, mail } = next
        const delivery = await whileHolding(holding, () => deliver(mail, message))
        after = position
        if (delivery.outcome === 'sent') await note(worker, jobId, position, { state: 'done' })
        else if (delivery.outcome === 'refused') await note(worker, jobId, position, { state: 'refused', reason: 'mail-refused' })
        else {
          mailing.log('mail-failed', { job: jobId, problem: delivery.problem })
          if (delivery.outcome !== 'lost') await putBack(worker, jobId, position, onItsWay)
          // Where there is no server, nobody else's mail is tried now either.
          if (delivery.outcome !== 'not-now') after = lastPosition
        }
        return 'more'
      }
    },
  }
}

/** Takes the next mail of a claimed job and notes that its sending begins. */
async function takeNext(
  { db, instanceId, now, lease }: Worker,
  { mail, address, sealing }: Mailing,
  jobId: string,
  after: number,
): Promise<Step | (NextMail & { readonly mail: Mail })> {
  return inTransaction(db, async (transaction) => {
    const job = await heldJob(transaction, { instanceId }, jobId).where('state', '=', 'running').executeTakeFirst()
    if (job === undefined) return 'lost'
    if (job.wantsStop === 1) return endJob(transaction, job, { state: 'stopped' }, now())
    if (mail === null) return 'lost'
    const author = (await findActor(transaction, job)) === null ? null : await findActiveAccount(transaction, job.authorId)
    if (author === null) return endJob(transaction, job, { state: 'failed', problem: 'not-allowed' }, now())

    const pending = transaction.selectFrom('jobItem').where('jobId', '=', jobId).where('state', '=', 'pending').orderBy('position').limit(1)
    const item = await pending.where('position', '>', after).select(['position', 'accountId', 'input']).executeTakeFirst()
    if (item === undefined) {
      if ((await pending.select('position').executeTakeFirst()) === undefined) return endJob(transaction, job, { state: 'done' }, now())
      return putOff(transaction, job, now())
    }
    await transaction.updateTable('job').set({ leaseEndsAt: now() + lease }).where('id', '=', jobId).execute()
    const { position } = item
    const onItsWay = onItsWaySchema.parse(JSON.parse(item.input ?? 'null'))
    const token = sealing.open(onItsWay.sealedToken)
    const holder = await findHolder(transaction, job.companyId, item.accountId, token, now())
    if (token === null || typeof holder === 'string' || onItsWay.begun >= mostBegun) {
      const reason = typeof holder === 'string' ? holder : 'mail-in-doubt'
      await noteIn(transaction, jobId, position, { state: 'refused', reason })
      return 'more'
    }
    await keep(transaction, jobId, position, { ...onItsWay, begun: onItsWay.begun + 1 })
    const link = linkAddress(address, '/reset-password', token)
    const message = await invitationMail(holder.email, holder.language, link, author)
    return { position, onItsWay, mail, message: { ...message, id: `${jobId}.${String(position)}` } }
  })
}

/** Whoever a link is for, if it is still theirs to use: removed, switched off, here since, or given another link, they get none. */
async function findHolder(
  transaction: WorkspaceDatabase,
  companyId: string,
  accountId: string | null,
  token: string | null,
  now: number,
): Promise<{ readonly email: string; readonly language: string } | 'not-found' | 'changed-since'> {
  if (accountId === null) return 'not-found'
  const place = await transaction
    .selectFrom('membership')
    .innerJoin('user', 'user.id', 'membership.accountId')
    .where('membership.accountId', '=', accountId)
    .where('membership.companyId', '=', companyId)
    .select(['user.email', 'membership.language', 'membership.active', 'membership.lastSeenAt'])
    .executeTakeFirst()
  if (place === undefined) return 'not-found'
  const link = await transaction
    .selectFrom('accountLink')
    .where('tokenHash', '=', hashOfLink(token ?? ''))
    .where('accountId', '=', accountId)
    .where('email', '=', place.email)
    .where('usedAt', 'is', null)
    .where('endsAt', '>', now)
    .select('tokenHash')
    .executeTakeFirst()
  return link === undefined || place.active === 0 || place.lastSeenAt !== null ? 'changed-since' : place
}

interface Outcome {
  readonly state: 'done' | 'refused'
  readonly reason?: RefusalReason
}

/** Writes down what came of a mail, whoever has the job by now. Its link's secret is kept no longer. */
function note({ db }: Worker, jobId: string, position: number, outcome: Outcome): Promise<void> {
  return inTransaction(db, async (transaction) => {
    // In the order in which others lock.
    await transaction.selectFrom('job').where('id', '=', jobId).select('id').forNoKeyUpdate().execute()
    await noteIn(transaction, jobId, position, outcome)
  })
}

async function noteIn(transaction: WorkspaceDatabase, jobId: string, position: number, { state, reason }: Outcome): Promise<void> {
  const { numUpdatedRows } = await transaction
    .updateTable('jobItem')
    .set({ state, reasons: reason ?? '', input: null })
    .where('jobId', '=', jobId)
    .where('position', '=', position)
    .where('state', '=', 'pending')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  // A server that took one mail is worth trying soon again for the others.
  await transaction
    .updateTable('job')
    .set((is) => (state === 'done' ? { done: is('done', '+', 1), tries: 0 } : { refused: is('refused', '+', 1) }))
    .where('id', '=', jobId)
    .execute()
}

/** Leaves a mail that the server did not take for a later round. */
function putBack({ db }: Worker, jobId: string, position: number, onItsWay: LinkOnItsWay): Promise<void> {
  return inTransaction(db, (transaction) => keep(transaction, jobId, position, onItsWay))
}

async function keep(transaction: WorkspaceDatabase, jobId: string, position: number, onItsWay: LinkOnItsWay): Promise<void> {
  await transaction
    .updateTable('jobItem')
    .set({ input: JSON.stringify(onItsWay) })
    .where('jobId', '=', jobId)
    .where('position', '=', position)
    .where('state', '=', 'pending')
    .execute()
}

/** Ends a round that has left some: they are tried again later, or given up and named in the job's results. */
async function putOff(transaction: WorkspaceDatabase, job: Parameters<typeof endJob>[1] & { readonly tries: number }, now: number): Promise<Step> {
  const wait = waits[job.tries]
  if (wait !== undefined) {
    const later = { tries: job.tries + 1, notBefore: now + wait, leaseOwner: null, leaseEndsAt: null }
    await transaction.updateTable('job').set(later).where('id', '=', job.id).execute()
    return 'put-off'
  }
  const { numUpdatedRows } = await transaction
    .updateTable('jobItem')
    .set({ state: 'refused', reasons: 'mail-not-taken', input: null })
    .where('jobId', '=', job.id)
    .where('state', '=', 'pending')
    .executeTakeFirst()
  await transaction
    .updateTable('job')
    .set((is) => ({ refused: is('refused', '+', Number(numUpdatedRows)) }))
    .where('id', '=', job.id)
    .execute()
  return endJob(transaction, job, { state: 'done' }, now)
}

/** Says that this instance still has the job. */
async function renew({ db, instanceId, now, lease }: Worker, jobId: string): Promise<void> {
  await db.updateTable('job').set({ leaseEndsAt: now() + lease }).where('id', '=', jobId).where('leaseOwner', '=', instanceId).execute()
}
