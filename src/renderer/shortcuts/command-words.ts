import type { Command } from '../../contract/shortcuts'
import type { Word } from '../i18n/words'

/** What each command is called. */
export const commandWords: Readonly<Record<Command, Word>> = {
  muteEverywhere: 'shortcuts.muteEverywhere',
  pushToTalk: 'shortcuts.pushToTalk',
  toggleMicrophone: 'shortcuts.toggleMicrophone',
  toggleCamera: 'shortcuts.toggleCamera',
  toggleMini: 'shortcuts.toggleMini',
  leaveMeeting: 'shortcuts.leaveMeeting',
  goHome: 'shortcuts.goHome',
  goMeetings: 'shortcuts.goMeetings',
  goContacts: 'shortcuts.goContacts',
  goSettings: 'shortcuts.goSettings',
  searchSettings: 'shortcuts.searchSettings',
  showShortcuts: 'shortcuts.showShortcuts',
}
