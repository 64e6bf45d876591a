import { z } from 'zod'

/**
 * What a workspace can do. Pages read these and never a workspace's kind, so that a new kind needs no change to them.
 */
export const capabilitiesSchema = z.strictObject({
  /** The people of the company can be listed. */
  people: z.boolean(),
  /** It tells who is online. */
  presence: z.boolean(),
  /** Meetings keep the time zone in which they were planned. */
  meetingTimeZone: z.boolean(),
  /** Meetings can repeat. */
  meetingRecurrence: z.boolean(),
  /** People can be invited to a meeting by the workspace. */
  meetingInvitees: z.boolean(),
  /** Where a meeting takes place: in Parley, or on a page of the workspace in the browser. */
  meetingRoom: z.enum(['client', 'browser']),
  /** Links to its meetings open on other computers, too. */
  linksElsewhere: z.boolean(),
})
export type Capabilities = z.infer<typeof capabilitiesSchema>

/** Why a request to a workspace had no answer that can be used. Each has words that say what to do about it. */
export const workspaceProblemSchema = z.enum([
  'offline', // no connection at all
  'too-slow', // connected, but no answer in time
  'name-not-found', // the workspace's name has no address
  'certificate', // its certificate is not to be trusted, or has ended
  'client-certificate', // it wants to see a certificate of the person's
  'clock', // this computer's clock is wrong by so much that certificates seem to have ended
  'network-sign-in', // the network answers with its own page first (RFC 8910, captive portal)
  'proxy', // the proxy refused or can't be reached
  'cut-off', // the answer ended in its middle
  'too-large', // the answer is longer than any that Parley reads
  'bad-answer', // not what the API says
  'expired', // the access token is not good, and a fresh one is not either
  'registration', // it does not know this client, or not with this secret
  'keychain', // the client's secret is in the keychain, which can't be read now
  'forbidden', // the account may not do this
  'licence-required', // the account's licence does not include this
  'not-found', // it is not there any more
  'conflict', // someone else changed it in the meantime
  'invalid', // the workspace does not take what was given
  'busy', // too many requests: it asks to wait
  'workspace-error', // trouble on its side
  'not-offered', // this kind of workspace can't do it
])
export type WorkspaceProblem = z.infer<typeof workspaceProblemSchema>

/** A request that failed, as the page hears of it. */
export const workspaceFailureSchema = z.strictObject({
  outcome: z.literal('failed'),
  problem: workspaceProblemSchema,
  /** When it makes sense to ask again, milliseconds since the epoch, where the workspace told or Parley decided. */
  retryAt: z.int().nullable(),
})
export type WorkspaceFailure = z.infer<typeof workspaceFailureSchema>
