import { z } from 'zod'
import { accountKeySchema, signInStartSchema, signInTargetSchema } from './accounts'
import { appInfoSchema, appStateSchema, noticeKindSchema } from './app-state'
import { crashReportsSchema, diagnosticsSavedSchema, diagnosticsSchema } from './diagnostics'
import type { EventName, RequestName } from './channel-names'
import { destinationSchema } from './destination'
import { linkStatusSchema } from './links'
import { instantSchema, meetingChangeSchema, meetingDraftSchema, meetingRangeSchema, occurrenceChangeSchema } from './meeting'
import {
  calendarOutcomeSchema,
  joinAsSchema,
  contactsPieceSchema,
  meetingChangedSchema,
  meetingFoundSchema,
  meetingMadeSchema,
  meetingOpenedSchema,
  meetingOpeningSchema,
  meetingNameSchema,
  meetingsInRangeSchema,
  meetingsPieceSchema,
  meetingTroubleSchema,
  meetingWishSchema,
  removalSchema,
  replacementSchema,
  upcomingSchema,
} from './meetings'
import { keychainMendSchema, pastedAnswerSchema } from './session'
import { microphoneUseSchema } from './microphone'
import { authorityAddedSchema, connectionTestSchema, networkAnswerSchema } from './network'
import { notificationStatusSchema, notificationTrialSchema } from './notifications'
import { pieceWishSchema } from './pieces'
import { settingsChangeSchema } from './settings'
import { commandSchema, shortcutStatusSchema } from './shortcuts'
import { handOffSchema, userManagementSchema } from './user-management'

/** A request without a payload. */
const nothing = z.undefined()
/** A response that only says that it is done. */
const done = z.void()

/** Pages of the web that the client may ask for by name. Main alone knows their addresses. */
const helpTopics = ['user-management-moved', 'licences', 'licence-text'] as const
const helpTopicSchema = z.enum(helpTopics)
export type HelpTopic = z.infer<typeof helpTopicSchema>

/** Every request that the page can make, with what goes in and what comes out. */
export const requests = {
  'app.info': { request: nothing, response: appInfoSchema },
  /** The first screen is on the display: what must not disturb it may begin. */
  'page.painted': { request: nothing, response: done },
  'state.get': { request: nothing, response: appStateSchema },
  'settings.change': { request: settingsChangeSchema, response: done },
  /** Starts a sign-in, or brings a pending one's browser page up again. */
  'session.signIn': { request: nothing, response: done },
  /** Puts the pending sign-in's address on the clipboard; false when none is pending. */
  'session.copySignInLink': { request: nothing, response: z.boolean() },
  /** Asks for a code to sign in with elsewhere; the state tells what came of it. */
  'session.useCode': { request: nothing, response: done },
  /** Opens the page that takes the code, in the browser of this computer. */
  'session.openCodePage': { request: nothing, response: done },
  /** Puts that page's address, with the code in it, on the clipboard; false when there is no code. */
  'session.copyCodePage': { request: nothing, response: z.boolean() },
  /** Opens the sign-in in the browser anew, so that it ends on a page that shows the answer. */
  'session.openAnswerPage': { request: nothing, response: done },
  /** Takes an answer that was copied in the browser: its text, or the address of the page that it stood in. */
  'session.pasteAnswer': { request: z.string().max(8_192), response: pastedAnswerSchema },
  'session.cancelSignIn': { request: nothing, response: done },
  'session.signOut': { request: nothing, response: done },
  /** A way out of a keychain that can't be used: looks again, lets the system ask for its password, or replaces the entry. */
  'keychain.mend': { request: keychainMendSchema, response: done },
  /** Starts a sign-in at a place that the person chose. */
  'accounts.signIn': { request: signInTargetSchema, response: signInStartSchema },
  /** Shows the sign-in screen, for one more account. */
  'accounts.add': { request: nothing, response: done },
  'accounts.switch': { request: accountKeySchema, response: done },
  /** Revokes an account's tokens and takes everything of it away from this computer. */
  'accounts.remove': { request: accountKeySchema, response: done },
  /** Puts the vendor's client secret into the keychain; false when that refuses. An empty one is taken away. */
  'accounts.keepClientSecret': { request: z.string().max(500), response: z.boolean() },
  /** Somebody is about to sign in on this computer: the embedded workspace may get ready. */
  'workspace.prepare': { request: nothing, response: done },
  /** Starts the embedded workspace again after it failed. */
  'workspace.retry': { request: nothing, response: done },
  'userManagement.get': { request: nothing, response: userManagementSchema },
  /** Puts an e-mail to the administrators, asking for a change, on the clipboard; false when none is known. */
  'userManagement.copyRequest': { request: nothing, response: z.boolean() },
  'console.open': { request: nothing, response: handOffSchema },
  'console.copyLink': { request: nothing, response: handOffSchema },
  /** What Home shows: what was known last, at once. */
  'meetings.upcoming': { request: nothing, response: upcomingSchema },
  /** What is known of all meetings, piece by piece; a list that is old is refreshed, and `meetings.changed` tells of it. */
  'meetings.list': { request: pieceWishSchema, response: meetingsPieceSchema },
  'meetings.range': { request: meetingRangeSchema, response: meetingsInRangeSchema },
  /** Asks the workspace; answers once it did. */
  'meetings.refresh': { request: nothing, response: done },
  /** One meeting, from the list or the workspace. */
  'meetings.find': { request: meetingWishSchema, response: meetingFoundSchema },
  /** Looks for a meeting with another account: shows that, and its page before the meeting. */
  'meetings.joinAs': { request: joinAsSchema, response: done },
  'meetings.create': { request: meetingDraftSchema, response: meetingMadeSchema },
  /** Makes a meeting that begins now, with this subject. */
  'meetings.startNow': { request: z.string().trim().min(1).max(200), response: meetingMadeSchema },
  'meetings.change': { request: z.strictObject({ id: meetingNameSchema, change: meetingChangeSchema }), response: meetingChangedSchema },
  /** Takes a meeting, or one time of a series, out of the list; it is deleted when `undoTime` is over. */
  'meetings.remove': { request: removalSchema, response: done },
  /** False when it was too late. */
  'meetings.undoRemove': { request: removalSchema, response: z.boolean() },
  /** Puts a meeting of its own in the place of one time of a series. */
  'meetings.changeOccurrence': {
    request: z.strictObject({ id: meetingNameSchema, occurrence: instantSchema, change: occurrenceChangeSchema }),
    response: meetingMadeSchema,
  },
  /** Takes that back. */
  'meetings.restoreOccurrence': { request: replacementSchema, response: meetingChangedSchema },
  /** Puts the text that invites people on the clipboard. */
  'meetings.copyInvitation': { request: meetingNameSchema, response: meetingChangedSchema },
  /** Hands a calendar file to the system's calendar program, or lets one choose where to save it. */
  'meetings.addToCalendar': { request: meetingNameSchema, response: calendarOutcomeSchema },
  /** Opens a meeting's page, where the workspace holds its meetings in the browser. */
  'meetings.openInBrowser': { request: meetingOpeningSchema, response: meetingOpenedSchema },
  /** The people of the company, piece by piece; `waiting` when nobody did anything, so that idle pages ask seldom. */
  'contacts.list': { request: pieceWishSchema.extend({ why: z.enum(['opened', 'waiting']) }), response: contactsPieceSchema },
  'notifications.status': { request: nothing, response: notificationStatusSchema },
  /** Shows a notification, for people to see whether their system does. */
  'notifications.test': { request: nothing, response: notificationTrialSchema },
  /** Whether the system gives Parley the keys that work in other programs, too. */
  'shortcuts.status': { request: nothing, response: shortcutStatusSchema },
  /** Tells whether the microphone is used: only then are such keys taken from other programs. */
  'microphone.used': { request: microphoneUseSchema, response: done },
  /** Makes the window small and above all others, for a meeting; or as it was. */
  'window.setMini': { request: z.boolean(), response: done },
  'help.open': { request: helpTopicSchema, response: done },
  /** Opens the folder of the log files in the system's file manager. */
  'logs.show': { request: nothing, response: done },
  'diagnostics.collect': { request: nothing, response: diagnosticsSchema },
  /** Saves what was collected last, where the person says. */
  'diagnostics.save': { request: nothing, response: diagnosticsSavedSchema },
  'crashReports.get': { request: nothing, response: crashReportsSchema },
  'crashReports.remove': { request: nothing, response: crashReportsSchema },
  /** Lets the person choose a file with a certificate authority, and trusts it. */
  'network.addAuthority': { request: nothing, response: authorityAddedSchema },
  'network.removeAuthority': { request: z.string().regex(/^[\da-f]{64}$/), response: done },
  /** Whether a server can be reached; it is sent nothing but a greeting. */
  'network.test': { request: z.string().max(300), response: connectionTestSchema },
  'network.answer': { request: networkAnswerSchema, response: done },
  'network.forgetCredentials': { request: nothing, response: done },
  'network.forgetCertificates': { request: nothing, response: done },
  /** The system has a network again. */
  'network.returned': { request: nothing, response: done },
  /** Which program of this computer opens `parley:` links. */
  'links.status': { request: nothing, response: linkStatusSchema },
  /** Makes Parley that program. */
  'links.take': { request: nothing, response: linkStatusSchema },
  /** Looks for a newer release of Parley; the state tells what came of it. */
  'updates.check': { request: nothing, response: done },
  'updates.download': { request: nothing, response: done },
  /** Installs the release that was fetched. */
  'updates.restart': { request: nothing, response: done },
  /** Ends Parley and starts it again, for what applies only then. */
  'app.restart': { request: nothing, response: done },
  'notice.dismiss': { request: noticeKindSchema, response: done },
} as const satisfies Record<RequestName, { request: z.ZodType; response: z.ZodType }>

/** Every event that main sends to the page. */
export const events = {
  'state.changed': appStateSchema,
  'page.requested': destinationSchema,
  'meetings.changed': upcomingSchema,
  /** A deletion failed after the page had gone on. */
  'meetings.trouble': meetingTroubleSchema,
  /** The people of the company are other ones, or others of them are there. */
  'contacts.changed': z.int(),
  /** The window came back to the front: figures may be old. */
  'window.focused': z.undefined(),
  /** Somebody pressed the keys of a command, or chose it in a menu. */
  'command.requested': commandSchema,
  /** The key that is held to speak: true while it is. */
  'microphone.talk': z.boolean(),
} as const satisfies Record<EventName, z.ZodType>

export type Requests = {
  [N in RequestName]: {
    request: z.infer<(typeof requests)[N]['request']>
    response: z.infer<(typeof requests)[N]['response']>
  }
}

export type Events = { [N in EventName]: z.infer<(typeof events)[N]> }

/** What the preload script puts on `window.parley`. */
export interface Bridge {
  invoke<N extends RequestName>(
    name: N,
    ...payload: Requests[N]['request'] extends undefined ? [] : [Requests[N]['request']]
  ): Promise<Requests[N]['response']>
  /** Listens to an event; gives the function that stops it. */
  on<N extends EventName>(name: N, listener: (payload: Events[N]) => void): () => void
}
