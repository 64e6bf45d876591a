import type { Generated } from 'kysely'
import type { Product } from '../../contract/licence'
import type { ProductIcon } from '../../contract/products'
import type { Role } from '../../contract/session'
import type { EventName } from '../events/record-event'
import type { LinkPurpose } from '../links/account-links'
import type { IdentityTables } from './identity-tables'
import type { JobTables } from './job-tables'
import type { MailTable } from './mail-table'

/** Parley's own tables. Moments are milliseconds since the epoch, days are ISO 8601 dates, flags are 0 or 1. */
export interface Tables extends IdentityTables, JobTables, MailTable {
  company: {
    id: string
    name: string
    isSample: number
    createdAt: number
    /** BCP 47: what people are invited and imported with unless something else is chosen. */
    language: Generated<string>
    /** When it is to be deleted, or null. */
    deletesAt: Generated<number | null>
    /** 1 once its deletion has begun, which nothing takes back. */
    isEnding: Generated<number>
    /** The instance that deletes it, and until when it is believed to. */
    leaseOwner: Generated<string | null>
    leaseEndsAt: Generated<number | null>
  }
  /** A PNG file that the workspace itself wrote; `version` names its content. */
  companyPicture: { companyId: string; content: Uint8Array; version: string }
  /** An account's place in its company. */
  membership: {
    accountId: string
    companyId: string
    role: Role
    active: number
    language: string
    lastSeenAt: number | null
    /** Name without case and accents, for sorting and searching in any database. */
    foldedName: string
    /** The account's e-mail, kept by the database itself whoever changes it, so that searches read one table. */
    foldedEmail: Generated<string>
    /** Ids of the licences that the account has seats of, each between `|`; kept by the database itself. */
    heldLicences: Generated<string>
    /** The first of their names, or null; kept by the database itself. */
    firstLicence: Generated<string | null>
  }
  /** Another product and where it is reached; with a licence, one that the company holds. */
  productLink: {
    id: string
    companyId: string
    licenceId: string | null
    name: string
    address: string
    icon: ProductIcon
  }
  /** A PNG file that the workspace itself wrote, in place of the product's icon; `version` names its content. */
  productPicture: { productId: string; content: Uint8Array; version: string }
  /** Who was removed from the company a short while ago, so that it can be taken back. */
  removedUser: {
    accountId: string
    companyId: string
    removedAt: number
    /** JSON: the rows that went with the user. */
    kept: string
  }
  licence: {
    id: string
    companyId: string
    name: string
    product: Product
    seats: number
    /** Kept with the seats in one transaction; the table's check makes overselling impossible. */
    seatsUsed: number
    endsOn: string | null
    active: number
  }
  /** An account's seats: one of each licence at most, and one in all of the family `meeting` (an index holds that). */
  seat: { accountId: string; licenceId: string; family: 'meeting' | 'other'; assignedAt: number }
  event: {
    id: string
    companyId: string
    name: EventName
    at: number
    /** Who did it, or null for the workspace itself. */
    authorId: string | null
    authorEmail: string | null
    /** Whom or what it was done to, in words that stay true later: an e-mail, a licence's name. */
    affectedItem: string
    /** JSON. */
    details: string
    /** Its place in the company's log, counted from 1. */
    number: number
    /** Binds it to the entry before (`events/chain.ts`). */
    hash: string
    /** From where it was asked for, or null for what the workspace did by itself. */
    address: string | null
  }
  /** The end of each company's log, which the next entry is chained to, and where it was cut at its beginning. */
  eventHead: {
    companyId: string
    number: number
    hash: string
    /** The last entry that is no longer kept, 0 for none, and its hash: what the first one that is kept is chained to. */
    cutNumber: number
    cutHash: string
    /** How long entries are kept, or null for good. */
    keptDays: number | null
  }
  meeting: {
    id: string
    companyId: string
    organizerId: string
    subject: string
    startsAt: number
    endsAt: number
    /** When its last repetition ends; null for a series that goes on for good. */
    lastEndsAt: number | null
    timeZone: string | null
    recurrence: string | null
    /** JSON, a list: the moments of a series that are left out. */
    exceptions: Generated<string>
    /** Sealed with the workspace's key, or null for none. */
    password: string | null
    /** JSON, or null. */
    conferenceCall: string | null
    createdAt: number
  }
  /** Requests counted against a limit, until the window ends. */
  rateLimit: { key: string; used: number; endsAt: number }
  /** Requests with an `Idempotency-Key`; `answer` is sealed, and null while the request is under way. */
  idempotentRequest: {
    /** Hash of the account and its key. */
    id: string
    fingerprint: string
    claim: string
    claimedUntil: number
    answer: string | null
    endsAt: number
  }
  /** Tokens that people make for their scripts. Only the hash is kept. */
  scriptToken: {
    id: string
    accountId: string
    name: string
    tokenHash: string
    /** JSON, a list. */
    scopes: string
    createdAt: number
    endsAt: number
    lastUsedAt: number | null
  }
  /** An invitation by e-mail, or (without one) the company's link. */
  invitation: {
    id: string
    companyId: string
    email: string | null
    role: Role
    language: string
    tokenHash: string
    /** The secret, sealed with the workspace's key, so that the console can show the link. */
    sealedToken: string
    createdAt: number
    endsAt: number
    uses: number
    mostUses: number
    withdrawnAt: number | null
  }
  /** Somebody who asked to join by the company's link. */
  joinRequest: {
    id: string
    companyId: string
    name: string
    email: string
    language: string
    passwordHash: string
    createdAt: number
    refusedAt: number | null
    /** When it was accepted, and the account that was made then; kept for a day, so that it can be taken back. */
    acceptedAt: Generated<number | null>
    accountId: Generated<string | null>
  }
  /** A link that is good once. */
  accountLink: {
    tokenHash: string
    accountId: string
    purpose: LinkPurpose
    /** The e-mail that is to be the account's; for a new password, the one that it has. */
    email: string
    endsAt: number
    usedAt: number | null
  }
  /** Whom a meeting's organiser invited; the account where it is someone of the company. */
  meetingInvitee: { meetingId: string; email: string; accountId: string | null }
}
