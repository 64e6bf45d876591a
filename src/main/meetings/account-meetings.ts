import { randomUUID } from 'node:crypto'
import { clipboard, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import type { AppState } from '../../contract/app-state'
import type { Destination } from '../../contract/routes'
import type { Settings } from '../../contract/settings'
import type { Accounts, OpenAccount } from '../accounts/accounts'
import { ownerOfPlace } from '../accounts/place-owner'
import { keptName } from '../accounts/remembered'
import { sendEvent } from '../ipc/registrar'
import { knownMeetings } from '../notifications/known-meetings'
import { openNotifications, type Notifications } from '../notifications/open-notifications'
import { settingsName } from '../settings/chosen'
import type { MemoryFile } from '../settings/memory'
import { keepAccountDesks, type AccountDesks } from './account-desks'
import type { MeetingRequestEffects } from './meeting-requests'
import { keepOtherMeetings } from './other-meetings'
import { openSystemCalendar } from './system-calendar'

interface AccountMeetingsOptions {
  window: BrowserWindow
  /** Absolute path of the user-data folder. */
  folder: string
  accounts: Pick<Accounts, 'current' | 'signedIn' | 'switchTo' | 'connectBeside'>
  /** The settings as they apply to an account, by its name; see `settingsName`. */
  settingsFor: (name: string) => Settings
  /** Hands an address to the system's default browser. */
  openOutside: (address: string) => Promise<void>
  language: () => string
  state: () => AppState
  memory: MemoryFile
  /** Brings the window to the front, and its page to a place. */
  goTo: (destination: Destination) => void
  now: () => number
  setTimer: (run: () => void, milliseconds: number) => () => void
  log: (what: string, error: unknown) => void
}

/** Meetings and contacts of whoever is signed in, and what is asked of the computer for them. */
export interface AccountMeetings {
  desks: AccountDesks
  notifications: Notifications
  requests: MeetingRequestEffects
  /** Finishes what waits. */
  close(): Promise<void>
}

/** Puts the room of meetings and contacts together. */
export function openAccountMeetings({ window, accounts, settingsFor, state, memory, goTo, ...effects }: AccountMeetingsOptions): AccountMeetings {
  const contents = () => (window.isDestroyed() ? null : window.webContents)
  const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone
  const desks = keepAccountDesks({
    ...effects,
    folder: join(effects.folder, 'cache'),
    account: () => {
      const { key, session, workspace } = accounts.current()
      const present = session.get()
      return present.state === 'signed-in' ? { id: keptName(key, present.account.id), workspace } : null
    },
    zone,
    newKey: randomUUID,
    onMeetings: (upcoming) => {
      sendEvent(contents(), 'meetings.changed', upcoming)
      notifications.look()
    },
    onTrouble: (trouble) => sendEvent(contents(), 'meetings.trouble', trouble),
    onContacts: (revision) => sendEvent(contents(), 'contacts.changed', revision),
  })
  const others = keepOtherMeetings({ ...effects, kept: desks.kept, zone, onChange: () => notifications.look() })
  const isReminded = (place: Pick<OpenAccount, 'kind' | 'address'>, accountId: string) => settingsFor(settingsName(place, accountId)).notifications.meetingSoon
  const meetings = () => knownMeetings({ accounts, desks, others, isReminded, goTo })
  const notifications = openNotifications({ window, state, meetings, memory, goTo, ...effects })
  const calendar = openSystemCalendar({ window, ...effects })
  const copyText = (text: string) => clipboard.writeText(text)
  return {
    desks,
    notifications,
    requests: {
      ...effects,
      desks, calendar, copyText, zone,
      accountAt: (place) => {
        const key = ownerOfPlace(place, accounts.signedIn())
        return key === null ? null : { key, isShown: key === accounts.current().key }
      },
      showAs: (account, destination) => {
        accounts.switchTo(account)
        goTo(destination)
      },
    },
    close: async () => {
      notifications.stop()
      others.close()
      await Promise.all([desks.close(), calendar.close()])
    },
  }
}
