import { randomUUID } from 'node:crypto'
import type { WorkspaceDatabase } from '../database/sqlite'
import type { MadeLink } from '../links/account-links'
import type { Sealing } from '../secrets/sealing'
import type { JobPlan } from './plan'

/** How long a request that makes links is believed to be alive between two parts, milliseconds. */
const lease = 60_000

/** What a mailing keeps of a link, in the job's item. */
export interface LinkOnItsWay {
  /** Its secret, sealed with the workspace's key; gone once it is known what came of it. */
  readonly sealedToken: string
  /** How often its sending was begun with nobody noting an end: whoever sent it stopped in the midst of it. */
  readonly begun: number
}

/** A job that mails links. It begins when all of them are in it, or when the request that makes them has died. */
export interface NewMailing {
  /** Puts links into it, inside the transaction that makes them: they are to be mailed if they are there. */
  add(transaction: WorkspaceDatabase, links: readonly (MadeLink & { readonly name: string })[]): Promise<void>
  /** Lets it begin. @returns The job's id, or null where it was given no links. */
  close(): Promise<string | null>
}

/**
 * Opens a job that mails links to those whom they are for.
 *
 * @param now Milliseconds since the epoch.
 */
export function openMailing(
  db: WorkspaceDatabase,
  author: { readonly companyId: string; readonly id: string; readonly email: string },
  sealing: Sealing,
  now: () => number,
): NewMailing {
  const id = randomUUID()
  const plan: JobPlan = { action: { type: 'mail-password-links' }, seats: 'all-or-nothing', licenceNames: {} }
  const row = {
    id,
    companyId: author.companyId,
    kind: 'bulk',
    lane: 'mails',
    state: 'running',
    plan: JSON.stringify(plan),
    authorId: author.id,
    authorEmail: author.email,
    createdAt: now(),
    total: 0,
    leaseOwner: id,
  } as const
  return {
    add: async (transaction, links) => {
      if (links.length === 0) return
      const leaseEndsAt = now() + lease
      await transaction.insertInto('job').values({ ...row, leaseEndsAt }).onConflict((conflict) => conflict.doNothing()).execute()
      const { total } = await transaction
        .updateTable('job')
        .set((is) => ({ total: is('total', '+', links.length), leaseEndsAt }))
        .where('id', '=', id)
        .where('leaseOwner', '=', id)
        .returning('total')
        .executeTakeFirstOrThrow()
      const items = links.map(({ accountId, email, name, token }, at) => {
        const onItsWay: LinkOnItsWay = { sealedToken: sealing.seal(token), begun: 0 }
        const position = total - links.length + at + 1
        return { jobId: id, position, accountId, email, name, state: 'pending' as const, input: JSON.stringify(onItsWay) }
      })
      await transaction.insertInto('jobItem').values(items).execute()
    },
    close: async () => {
      const { numUpdatedRows } = await db
        .updateTable('job')
        .set({ leaseOwner: null, leaseEndsAt: null })
        .where('id', '=', id)
        .where('leaseOwner', '=', id)
        .executeTakeFirst()
      return numUpdatedRows > 0n ? id : null
    },
  }
}
