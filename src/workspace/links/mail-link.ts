import type { WorkspaceDatabase } from '../database/sqlite'
import { queueMails } from '../mail/outbox'
import type { Sealing } from '../secrets/sealing'
import { linkTime, type LinkHolder, type LinkPurpose } from './account-links'

/** A link that is to be mailed. */
interface LinkToMail extends LinkHolder {
  readonly companyId: string
  readonly purpose: LinkPurpose
  readonly token: string
  /** The name of whoever invites. */
  readonly byName?: string
}

/**
 * Has a link mailed that was made in the same transaction. Until it is known what came of that, its secret is kept, sealed.
 *
 * @param link Its `email` is where the mail goes.
 * @param now Milliseconds since the epoch.
 */
export async function mailLink(
  transaction: WorkspaceDatabase,
  sealing: Sealing,
  { companyId, accountId, purpose, email, token, ...by }: LinkToMail,
  now: number,
): Promise<void> {
  const endsAt = now + linkTime[purpose]
  await queueMails(transaction, [{ kind: purpose, email, companyId, accountId, sealedToken: sealing.seal(token), endsAt, ...by }], now)
}
