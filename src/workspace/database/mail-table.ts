import type { Generated, Selectable } from 'kysely'
import type { MailProblem } from '../../contract/mail-states'
import type { LinkPurpose } from '../links/account-links'

/** `forgotten`: somebody asked for a new password; whether there is such an account is found out when its turn comes. */
export type MailKind = 'invitation' | LinkPurpose | 'forgotten' | 'company-deletion'

/** What waits to be mailed, and what could not be; what was sent is no longer here. */
export interface MailTable {
  mail: {
    id: string
    /** Null for one that somebody asked for who may have no account. */
    companyId: string | null
    accountId: string | null
    invitationId: string | null
    kind: MailKind
    /** Whom it is for, in lower case. */
    email: string
    /** The secret of its link, sealed with the workspace's key. That of an invitation stays with the invitation. */
    sealedToken: string | null
    /** The name of whoever it speaks of: who invites, or who deletes the company. */
    byName: string | null
    /** From where it was asked for, for the event log. */
    address: string | null
    /** `held`: its invitation is withdrawn, which can be taken back. */
    state: 'waiting' | 'held' | 'failed'
    /** What kept it from being sent the last time, or null. */
    problem: MailProblem | null
    /** Mails of a lower number come first. */
    turn: number
    createdAt: number
    /** When what it tells of is over. */
    endsAt: number
    /** It is not tried again before this moment. */
    notBefore: Generated<number | null>
    /** How often it has waited for nothing. */
    tries: Generated<number>
    /** How often its sending was begun with nobody noting an end. */
    begun: Generated<number>
    /** The instance that sends it, and until when it is believed to. */
    leaseOwner: Generated<string | null>
    leaseEndsAt: Generated<number | null>
  }
}

/** A mail as it is read. */
export type WaitingMail = Selectable<MailTable['mail']>
