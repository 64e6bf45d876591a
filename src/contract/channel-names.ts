/**
 * The names of all IPC channels, without their schemas, so that the preload script stays one small file.
 * `channels.ts` holds the schemas; the compiler checks that the two agree.
 */
export const requestNames = [
  'app.info',
  'page.painted',
  'state.get',
  'settings.change',
  'session.signIn',
  'session.copySignInLink',
  'session.useCode',
  'session.openCodePage',
  'session.copyCodePage',
  'session.openAnswerPage',
  'session.pasteAnswer',
  'session.cancelSignIn',
  'session.signOut',
  'keychain.mend',
  'workspace.retry',
  'userManagement.get',
  'userManagement.copyRequest',
  'console.open',
  'console.copyLink',
  'meetings.upcoming',
  'meetings.list',
  'meetings.refresh',
  'meetings.find',
  'meetings.create',
  'meetings.startNow',
  'meetings.change',
  'meetings.remove',
  'meetings.undoRemove',
  'meetings.copyInvitation',
  'meetings.addToCalendar',
  'meetings.openInBrowser',
  'contacts.list',
  'notifications.status',
  'notifications.test',
  'shortcuts.status',
  'microphone.used',
  'help.open',
  'logs.show',
  'diagnostics.collect',
  'diagnostics.save',
  'crashReports.get',
  'crashReports.remove',
  'network.addAuthority',
  'network.removeAuthority',
  'network.test',
  'network.answer',
  'network.forgetCredentials',
  'notice.dismiss',
] as const

export const eventNames = ['state.changed', 'page.requested', 'meetings.changed', 'meetings.trouble', 'contacts.changed', 'window.focused', 'command.requested', 'microphone.talk'] as const

export type RequestName = (typeof requestNames)[number]
export type EventName = (typeof eventNames)[number]
