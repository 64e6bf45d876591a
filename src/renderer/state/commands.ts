import { navigate } from 'wouter/use-hash-location'
import type { Bridge } from '../../contract/channels'
import { pagePath, type PlainPage } from '../../contract/routes'
import type { Command } from '../../contract/shortcuts'
import type { SwitchesStore } from './microphone-store'

/** What commands act on. */
export interface CommandPlaces {
  switches: SwitchesStore
  /** Makes the window small, or as it was. */
  toggleMini: () => void
  /** Shows the list of shortcuts. */
  showShortcuts: () => void
  /** Puts the cursor into the search over all settings. */
  searchSettings: () => void
}

const goTo = (page: PlainPage) => navigate(pagePath({ page }))

/** Does what a command is for. */
export function runCommand(command: Command, { switches, toggleMini, showShortcuts, searchSettings }: CommandPlaces): void {
  switch (command) {
    case 'muteEverywhere':
    case 'toggleMicrophone':
      // Outside a meeting nobody would see what the next one begins with.
      return switches.getState().isInUse ? switches.getState().toggleMicrophone() : undefined
    case 'toggleCamera':
      return switches.getState().isInUse ? switches.getState().toggleCamera() : undefined
    case 'toggleMini':
      return toggleMini()
    case 'leaveMeeting':
      return switches.getState().isInUse ? goTo('home') : undefined
    case 'goHome':
      return goTo('home')
    case 'goMeetings':
      return goTo('meetings')
    case 'goContacts':
      return goTo('contacts')
    case 'goSettings':
      return goTo('settings.account')
    case 'searchSettings':
      return searchSettings()
    case 'showShortcuts':
      return showShortcuts()
    // It is held, and says so itself.
    case 'pushToTalk':
  }
}

/** Follows the commands that main hands over, and the key that is held to speak. */
export function followCommands(bridge: Bridge, places: CommandPlaces): () => void {
  const ends = [
    bridge.on('command.requested', (command) => runCommand(command, places)),
    bridge.on('microphone.talk', (isTalking) => places.switches.getState().talk(isTalking)),
  ]
  return () => {
    for (const end of ends) end()
  }
}
