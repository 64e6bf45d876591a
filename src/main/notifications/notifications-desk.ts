import type { Meeting } from '../../contract/meeting'
import type { Soon, Upcoming } from '../../contract/meetings'
import type { Whole } from '../../contract/pieces'
import { pageOfPath, type Destination } from '../../contract/routes'
import type { Settings } from '../../contract/settings'
import { newInvitations } from './invitations'
import { invitationsText, invitationText, reminderText, type NotificationLanguage, type NotificationText } from './notification-words'
import { isQuiet, timeOfDayAt } from './quiet'
import { dueReminders, nextReminder, stillTold } from './reminders'

/** Something that the system shows over everything else. */
export interface Shown extends NotificationText {
  /** Words of its button, or null for none. */
  action: string | null
  /** Runs when the person chooses it, or its button. */
  onChosen: () => void
}

/** The meetings of one account that is signed in. */
export interface KnownMeetings {
  /** Name of what is kept of it; see `keptName`. */
  id: string
  /** What tells it apart where there are several, or null. */
  name: string | null
  /** Whether it wants to hear of meetings that are about to start. */
  isReminded: boolean
  soon: () => Promise<readonly Soon[]>
  /** Leads to a place in it. */
  goTo: (destination: Destination) => void
  /** What tells of invitations; null for an account that is not shown. */
  invitations: { email: string; upcoming: () => Promise<Upcoming>; list: () => Promise<Whole<Meeting>> } | null
}

export interface NotificationsEffects {
  settings: () => Settings['notifications']
  /** Those who are signed in. */
  meetings: () => KnownMeetings[]
  /** Which starts were told of, kept between runs. */
  told: { get: () => readonly string[]; set: (told: string[]) => void }
  show: (shown: Shown) => void
  /** Shows a number on Parley's icon; 0 takes it away. */
  badge: (count: number) => void
  language: () => NotificationLanguage
  isWindowFocused: () => boolean
  zone: () => string
  /** Milliseconds since the epoch. */
  now: () => number
  setTimer: (run: () => void, milliseconds: number) => () => void
  log: (what: string, error: unknown) => void
}

/** Tells people of what they would miss. */
export interface NotificationsDesk {
  /** Looks for the first time a little later: reading thousands of meetings is not to hold up the first screen. */
  begin(): void
  /** Looks now, as when the computer wakes up, or meetings or settings have changed. Before the first look it does nothing. */
  look(): void
  /** The person is there: what is on the icon has been seen. */
  seen(): void
  stop(): void
}

/** How long after the start the first look is, in milliseconds. */
const soon = 1_000
/** How long a look is good for, in milliseconds. Timers stop while a computer sleeps, and know nothing of a clock that is set. */
const longest = 30_000
/** More invitations than this at once are told of together. */
const most = 3

/** Makes the desk. It does nothing before it is told to begin. */
export function openNotificationsDesk(effects: NotificationsEffects): NotificationsDesk {
  const known = new Map<string, { revision: number; ids: ReadonlySet<string> }>()
  let unseen = 0
  let looking: Promise<void> = Promise.resolve()
  let cancel: (() => void) | null = null
  let hasBegun = false
  let stopped = false

  const quiet = (): boolean => isQuiet(effects.settings(), effects.now(), timeOfDayAt(effects.now()))
  const count = (to: number): void => {
    unseen = to
    effects.badge(effects.settings().badge ? unseen : 0)
  }
  const open = (meetingId: string): Destination => pageOfPath(`join/${meetingId}`) ?? { page: 'meetings' }

  const remind = async ({ id, name, isReminded, soon: read, goTo }: KnownMeetings): Promise<number | null> => {
    const soon = await read()
    const now = effects.now()
    // What is held back while it is quiet is told of afterwards, if it has not started by then.
    if (isReminded && !quiet()) {
      const told = effects.told.get()
      const due = dueReminders(soon, id, new Set(told), now)
      if (due.length > 0) effects.told.set([...stillTold(told, now), ...due.map(({ key }) => key)])
      for (const { meeting } of due) {
        const language = effects.language()
        const onChosen = () => goTo(open(meeting.id))
        effects.show({ ...reminderText(meeting, name, language, now), action: language.words.join, onChosen })
      }
    }
    return nextReminder(soon, now)
  }

  const tellInvitations = async ({ id: accountId, goTo, invitations }: KnownMeetings): Promise<void> => {
    if (invitations === null) return
    const { email } = invitations
    const before = known.get(accountId)
    if (before !== undefined && (await invitations.upcoming()).revision === before.revision) return
    const { items: meetings, revision, fetchedAt } = await invitations.list()
    // What the disk has from the last run is what was known; of a first list, nothing is new.
    if (fetchedAt === null) return
    known.set(accountId, { revision, ids: new Set(meetings.map(({ id }) => id)) })
    if (before === undefined) return
    const fresh = newInvitations(meetings, before.ids, { email, now: effects.now(), zone: effects.zone() })
    if (fresh.length === 0) return
    if (!effects.isWindowFocused()) count(unseen + fresh.length)
    if (!effects.settings().invitation || quiet()) return
    const language = effects.language()
    if (fresh.length > most) {
      effects.show({ ...invitationsText(fresh.length, language), action: null, onChosen: () => goTo({ page: 'meetings' }) })
    } else {
      for (const each of fresh) {
        effects.show({ ...invitationText(each, language), action: null, onChosen: () => goTo(open(each.meeting.id)) })
      }
    }
  }

  const lookNow = async (): Promise<void> => {
    const accounts = effects.meetings()
    const moments: (number | null)[] = []
    for (const account of accounts) {
      moments.push(await remind(account))
      await tellInvitations(account)
    }
    for (const id of known.keys()) if (!accounts.some((account) => account.id === id)) known.delete(id)
    if (accounts.length === 0 && unseen > 0) count(0)
    if (stopped) return
    const wait = moments.flatMap((moment) => (moment === null ? [] : [moment - effects.now()]))
    cancel?.()
    cancel = effects.setTimer(look, Math.max(0, Math.min(longest, ...wait)))
  }

  const look = (): void => {
    if (!hasBegun) return
    looking = looking.then(lookNow).catch((error: unknown) => {
      effects.log('notifications', error)
      cancel?.()
      if (!stopped) cancel = effects.setTimer(look, longest)
    })
  }

  return {
    begin: () => {
      cancel = effects.setTimer(() => {
        hasBegun = true
        look()
      }, soon)
    },
    look,
    seen: () => {
      if (unseen > 0) count(0)
    },
    stop: () => {
      stopped = true
      cancel?.()
    },
  }
}
