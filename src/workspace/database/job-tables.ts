import type { Generated } from 'kysely'
import type { Job } from '../../contract/bulk-jobs'

/** Jobs of one lane are worked on one after the other. */
export type Lane = 'changes' | 'mails'

/** Changes to many users, that go on by themselves. */
export interface JobTables {
  job: {
    id: string
    companyId: string
    kind: 'bulk' | 'import' | 'undo'
    state: 'uploaded' | 'checking' | 'ready' | 'running' | 'stopped' | 'failed' | 'done'
    /** JSON: what is to be done. */
    plan: string
    authorId: string
    authorEmail: string
    createdAt: number
    endedAt: number | null
    total: number
    done: Generated<number>
    unchanged: Generated<number>
    refused: Generated<number>
    problem: Generated<Job['problem']>
    wantsStop: Generated<number>
    /** Seats of a licence that are counted as used, for the users whose turn is still to come. */
    keptLicenceId: Generated<string | null>
    keptSeats: Generated<number>
    /** The instance that works on it, and until when it is believed to. */
    leaseOwner: Generated<string | null>
    leaseEndsAt: Generated<number | null>
    undoes: Generated<string | null>
    /** Who works on it: what changes the database, or what speaks to the mail server, so that neither waits for the other. */
    lane: Generated<Lane>
    /** For a job that has to wait for something else: not before this moment, and how often it has waited for nothing. */
    notBefore: Generated<number | null>
    tries: Generated<number>
  }
  /** A user, or a row of a file. */
  jobItem: {
    jobId: string
    position: number
    accountId: string | null
    email: string
    name: string
    state: 'pending' | 'done' | 'unchanged' | 'refused'
    /** Names of reasons, with spaces between them. */
    reasons: Generated<string>
    /** JSON: what this one needs beside the plan. */
    input: Generated<string | null>
    /** JSON: what would undo it. */
    opposite: Generated<string | null>
  }
  jobFilePart: { jobId: string; number: number; content: Uint8Array }
}
