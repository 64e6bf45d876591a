import type { Contact } from '../../contract/contact'
import type { Licence } from '../../contract/licence'
import type { Meeting, MeetingChange, MeetingDraft, MeetingRange } from '../../contract/meeting'
import type { Account, Connection } from '../../contract/session'
import type { Capabilities, WorkspaceFailure, WorkspaceProblem } from '../../contract/workspace'
import type { AccessToken } from '../account/token-keeper'

/** What a workspace answers. Failures are values with a name; see `workspaceProblemSchema`. */
export type WorkspaceAnswer<T> = { outcome: 'done'; value: T } | WorkspaceFailure

/** A failure by its name. `retryAt` is in milliseconds since the epoch. */
export function failed(problem: WorkspaceProblem, retryAt: number | null = null): WorkspaceFailure {
  return { outcome: 'failed', problem, retryAt }
}

/** The company, as far as the client shows it. */
export interface Company {
  name: string
  /** Whom a member can write to; empty where the workspace does not tell. */
  administrators: { name: string; email: string }[]
}

/** Resolves when a list that comes in several answers may be asked for the next one. */
export type Pause = () => Promise<void>

/** One wish for a meeting, by a name that stays the same when it is sent again. */
export interface Making {
  /** Goes along as `Idempotency-Key`; a workspace that doesn't know it takes no notice. */
  key: string
  /** When it was wished for first, milliseconds since the epoch. */
  at: number
}

/** The meetings of some days; where the workspace keeps them in several lists, as many as could be had. */
export type MeetingsAnswer = { outcome: 'done'; value: Meeting[]; missing: MissingMeetings | null } | WorkspaceFailure

/** A list that failed, while another one was there. */
interface MissingMeetings extends Omit<WorkspaceFailure, 'outcome'> {
  /** Which one it was: that of the meetings that can only be read, or that of the others. */
  isReadOnly: boolean
}

/** The meetings that an account holds or is invited to. */
export interface WorkspaceMeetings {
  /** @param pause For who is in no hurry. */
  list(range: MeetingRange, pause?: Pause): Promise<MeetingsAnswer>
  read(id: string): Promise<WorkspaceAnswer<Meeting>>
  /** Schedules a meeting. What the workspace can't keep (see `capabilities`) is left out, never refused. */
  create(draft: MeetingDraft, making: Making): Promise<WorkspaceAnswer<Meeting>>
  /** Makes a meeting that starts now. */
  startNow(subject: string, making: Making): Promise<WorkspaceAnswer<Meeting>>
  /** Changes the parts that are given; answers nothing, since the vendor's API doesn't. */
  change(id: string, change: MeetingChange): Promise<WorkspaceAnswer<null>>
  remove(id: string): Promise<WorkspaceAnswer<null>>
  /** Leaves the time of a series out that begins at a moment, an ISO 8601 instant; for meetings that have `exceptions`. */
  removeOccurrence(id: string, start: string): Promise<WorkspaceAnswer<null>>
  /** Puts a meeting of its own in the place of one time of a series: both happen, or neither. Gives the new meeting. */
  changeOccurrence(id: string, start: string, change: MeetingChange, making: Making): Promise<WorkspaceAnswer<Meeting>>
  /** Takes that back: the series takes place again at that time, and the meeting that stood there is gone; both, or neither. */
  restoreOccurrence(id: string, start: string, inPlaceOf: string): Promise<WorkspaceAnswer<null>>
  /** The text that invites people, in a language (BCP 47) and with times of a zone (IANA name). */
  invitation(id: string, options: { language: string; timeZone: string }): Promise<WorkspaceAnswer<string>>
}

/**
 * One account's workspace: all that the client asks of it, whatever its kind. Nothing here throws. Access tokens are
 * fetched, refreshed and, where one is refused before its time, replaced once inside.
 */
export interface Workspace {
  readonly capabilities: Capabilities
  account(): Promise<WorkspaceAnswer<Account>>
  company(): Promise<WorkspaceAnswer<Company>>
  licences(): Promise<WorkspaceAnswer<Licence[]>>
  /** @param pause For who is in no hurry. */
  people(pause?: Pause): Promise<WorkspaceAnswer<Contact[]>>
  readonly meetings: WorkspaceMeetings
  /**
   * Address of its console, from the workspace's own configuration, or null while none is known.
   *
   * @param email The account's e-mail, filled in where the console takes it.
   */
  consoleAddress(email: string): string | null
  /** Tells whether an address that it gave (such as a meeting's link) is one of its own pages, safe to be opened. */
  isOwnPage(address: string): boolean
}

/** Where a workspace's access tokens come from: the account's session. */
export interface TokenSource {
  accessToken(): Promise<AccessToken>
  /** The workspace refused this token before its time. */
  rejectAccessToken(token: string): void
  noteConnection(connection: Connection): void
}

/** A source of one token, for the question whose it is before there is a session. */
export function oneToken(token: string): TokenSource {
  return {
    accessToken: () => Promise.resolve({ outcome: 'token', token }),
    rejectAccessToken: () => undefined,
    noteConnection: () => undefined,
  }
}

/** A connection that is lost on the way to the workspace, so that the workspace itself may be well. */
export type LostConnection = 'offline' | 'too-slow' | 'certificate' | 'clock' | 'network-sign-in' | 'proxy'

const lost: Partial<Readonly<Record<WorkspaceProblem, LostConnection>>> = {
  offline: 'offline',
  'name-not-found': 'offline',
  'cut-off': 'offline',
  'too-slow': 'too-slow',
  certificate: 'certificate',
  clock: 'clock',
  'network-sign-in': 'network-sign-in',
  proxy: 'proxy',
}

/** What a failed request tells of the connection; null where the workspace was reached. */
export function lostConnection(problem: WorkspaceProblem): LostConnection | null {
  return lost[problem] ?? null
}
