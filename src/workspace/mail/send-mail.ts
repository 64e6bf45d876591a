import { dayInMilliseconds } from '../clock'
import type { MailProblem } from '../../contract/mail-states'
import { inTransaction } from '../database/in-transaction'
import type { WaitingMail } from '../database/mail-table'
import type { WorkspaceDatabase } from '../database/sqlite'
import { withSourceAddress } from '../events/source-address'
import type { Worker } from '../jobs/claim-job'
import { whileHolding } from '../jobs/while-holding'
import type { Log } from '../log'
import { findByEmail, makeResetLink } from '../own-account/reset-password'
import { deliver, type Delivery } from './delivery'
import { findMessage, type MessageSources } from './find-message'
import type { Mail, MailMessage } from './mail'
import { mostBegun, waits } from './patience'

/** What sending mail needs. */
interface Sending extends MessageSources {
  readonly mail: Mail
  readonly log: Log
}

/** How long it is tried to send a mail, milliseconds. */
const patience = dayInMilliseconds

/** How long to wait for somebody who can't use a mail at the moment, milliseconds. */
const untilBack = 5 * 60_000

/**
 * Sends the next mail whose turn it is. Its beginning is written down before it is handed to the server, and what came of it after
 * that: an instance that dies in between leaves one mail that is sent once more, with the same `Message-ID`, and never a third time.
 *
 * @returns False when there is none.
 */
export async function sendNextMail(worker: Worker, sending: Sending): Promise<boolean> {
  const taken = await takeNext(worker, sending)
  if (taken === null) return false
  if (taken === 'settled') return true
  const { row, write } = taken
  const { id, kind } = row
  const holding = { lease: worker.lease, renew: () => renew(worker, id), log: sending.log, of: { mail: id } }
  const delivery = await whileHolding(holding, async () => deliver(sending.mail, { ...(await write()), id }))
  if (delivery.outcome !== 'sent') {
    sending.log('mail-failed', { mail: id, kind, problem: delivery.outcome === 'refused' ? 'refused' : delivery.problem })
  }
  await inTransaction(worker.db, (transaction) => note(transaction, worker, row, delivery))
  return true
}

interface Taken {
  readonly row: WaitingMail
  readonly write: () => Promise<MailMessage>
}

/** Takes the next mail and notes that its sending begins. `settled`: there was one, and nothing is left to be sent of it. */
async function takeNext({ db, instanceId, now, lease }: Worker, sending: Sending): Promise<Taken | 'settled' | null> {
  return inTransaction(db, async (transaction) => {
    const moment = now()
    const row = await due(transaction, moment).orderBy('turn').orderBy('createdAt').orderBy('id').limit(1).forUpdate().skipLocked().executeTakeFirst()
    if (row === undefined) return null
    if (row.kind === 'forgotten') {
      await answerForgotten(transaction, sending, row, moment)
      return 'settled'
    }
    const found = await findMessage(transaction, sending, row, moment)
    const isOver = moment >= lastTry(row)
    if (found === 'void' || (found === 'not-here' && isOver)) await remove(transaction, row.id)
    else if (found === 'not-here') await change(transaction, row.id, { notBefore: moment + untilBack })
    else if (found === 'unreadable' || row.begun >= mostBegun) await giveUp(transaction, row.id, 'in-doubt')
    else if (isOver) await giveUp(transaction, row.id, row.problem ?? 'no-server')
    else {
      const begun = row.begun + 1
      await change(transaction, row.id, { begun, leaseOwner: instanceId, leaseEndsAt: moment + lease })
      return { row: { ...row, begun }, write: found }
    }
    return 'settled'
  })
}

/** Mails whose turn it is, and that no other instance sends. */
function due(transaction: WorkspaceDatabase, moment: number) {
  return transaction
    .selectFrom('mail')
    .where('state', '=', 'waiting')
    .where((is) => is.or([is('leaseOwner', 'is', null), is('leaseEndsAt', '<=', moment)]))
    .where((is) => is.or([is('notBefore', 'is', null), is('notBefore', '<=', moment)]))
    .selectAll()
}

/** After this moment it is given up, milliseconds since the epoch. */
const lastTry = ({ createdAt, endsAt }: Pick<WaitingMail, 'createdAt' | 'endsAt'>) => Math.min(createdAt + patience, endsAt)

/** Makes the link that somebody asked for, where there is such an account, and has it mailed. */
async function answerForgotten(transaction: WorkspaceDatabase, { sealing }: MessageSources, row: WaitingMail, now: number): Promise<void> {
  await remove(transaction, row.id)
  const accountId = await findByEmail(transaction, row.email)
  if (accountId === null) return
  const order = { author: null, purpose: 'password', mailing: { sealing } } as const
  await withSourceAddress(row.address, () => makeResetLink(transaction, accountId, order, now))
}

/** Writes down what came of a mail. Whoever comes back late changes nothing of what another instance has begun by then, but that it was sent. */
async function note(transaction: WorkspaceDatabase, { instanceId, now }: Worker, row: WaitingMail, delivery: Delivery): Promise<void> {
  if (delivery.outcome === 'sent') {
    await remove(transaction, row.id)
    // A server that took one mail is worth trying at once for those that waited for it.
    await transaction.updateTable('mail').set({ notBefore: null }).where('state', '=', 'waiting').where('problem', '=', 'no-server').execute()
    return
  }
  const held = await transaction.selectFrom('mail').where('id', '=', row.id).where('leaseOwner', '=', instanceId).select('id').forUpdate().executeTakeFirst()
  if (held === undefined) return
  if (delivery.outcome === 'refused') return giveUp(transaction, row.id, 'refused')
  const isLost = delivery.outcome === 'lost'
  if (isLost && row.begun >= mostBegun) return giveUp(transaction, row.id, 'in-doubt')
  await change(transaction, row.id, { begun: isLost ? row.begun : row.begun - 1, leaseOwner: null, leaseEndsAt: null })
  await putOff(transaction, row, delivery.outcome === 'not-now' ? 'not-now' : 'no-server', now())
}

/** Leaves a mail for later, or gives it up where that would be too late. Where there is no server, no other is tried now either. */
async function putOff(transaction: WorkspaceDatabase, row: WaitingMail, problem: MailProblem, now: number): Promise<void> {
  const others = problem === 'no-server' ? await due(transaction, now).forUpdate().skipLocked().execute() : []
  for (const { id, tries, createdAt, endsAt } of [row, ...others.filter((other) => other.id !== row.id)]) {
    const notBefore = now + (waits[Math.min(tries, waits.length - 1)] ?? 0)
    if (notBefore > lastTry({ createdAt, endsAt })) await giveUp(transaction, id, problem)
    else await change(transaction, id, { problem, notBefore, tries: tries + 1 })
  }
}

/** Its link's secret is kept no longer. */
async function giveUp(transaction: WorkspaceDatabase, id: string, problem: MailProblem): Promise<void> {
  await change(transaction, id, { state: 'failed', problem, sealedToken: null, notBefore: null, leaseOwner: null, leaseEndsAt: null })
}

async function change(transaction: WorkspaceDatabase, id: string, to: Partial<WaitingMail>): Promise<void> {
  await transaction.updateTable('mail').set(to).where('id', '=', id).execute()
}

async function remove(transaction: WorkspaceDatabase, id: string): Promise<void> {
  await transaction.deleteFrom('mail').where('id', '=', id).execute()
}

/** Says that this instance still sends it. */
async function renew({ db, instanceId, now, lease }: Worker, id: string): Promise<void> {
  await db.updateTable('mail').set({ leaseEndsAt: now() + lease }).where('id', '=', id).where('leaseOwner', '=', instanceId).execute()
}
