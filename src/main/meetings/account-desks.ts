import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { contactSchema } from '../../contract/contact'
import { meetingSchema } from '../../contract/meeting'
import { upcomingSchema, type MeetingTrouble, type Upcoming } from '../../contract/meetings'
import { cacheFile, removeCache, type CacheFile } from '../cache/cache-file'
import { openTurns, type Turns } from '../cache/turns'
import { openContactsDesk, type ContactsDesk } from '../contacts/contacts-desk'
import type { Workspace } from '../workspace/workspace'
import { openMeetingsDesk, type MeetingsDesk } from './meetings-desk'

export interface AccountDesksEffects {
  /** Absolute path of the folder for all accounts' caches. */
  folder: string
  /** Who is signed in, by the name of what is kept of them (see `keptName`), or null. */
  account: () => { id: string; workspace: Workspace } | null
  zone: () => string
  now: () => number
  /** A key that no other request has. */
  newKey: () => string
  setTimer: (run: () => void, milliseconds: number) => () => void
  onMeetings: (upcoming: Upcoming) => void
  onTrouble: (trouble: MeetingTrouble) => void
  onContacts: (revision: number) => void
  log: (what: string, error: unknown) => void
}

/** Meetings and contacts of the account that is signed in. */
interface Desks {
  id: string
  workspace: Workspace
  meetings: MeetingsDesk
  contacts: ContactsDesk
}

/** Keeps the desks of whoever is signed in. */
export interface AccountDesks {
  /** The desks, or null while nobody is signed in. Another account gets others. */
  now(): Desks | null
  /** Asks for the meetings where they are old, as when the window comes to the front; the first time a little later, as `lookSoon`. */
  lookAgain(): void
  /** The same a little later, so that reading thousands of them from the disk does not hold up the first screen. */
  lookSoon(): void
  /** Asks again for what could not be had, as when the workspace can be reached again. */
  retry(): void
  /** What happens by itself asks in turns. */
  turns: Turns
  /** What Home showed of an account last, by its name, whether it is shown or not. */
  kept(id: string): Promise<Upcoming | null>
  /** Removes all that is kept of an account, by its name. */
  forget(id: string): Promise<void>
  /** Finishes what waits, such as deletions, and stops. */
  close(): Promise<void>
}

const minute = 60_000
/** Milliseconds after which the first screen is surely painted. */
const soon = 1_500
/** Meetings change seldom; what others schedule is seen after this time at the latest, in milliseconds. */
const meetingsGoodFor = 5 * minute

const keptSchema = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), fetchedAt: z.int() })

/** Makes the keeper. */
export function keepAccountDesks(effects: AccountDesksEffects): AccountDesks {
  let desks: Desks | null = null
  const turns = openTurns(effects)
  let shutting: Promise<void> = Promise.resolve()
  let cancelTick: (() => void) | null = null
  let cancelSoon: (() => void) | null = null
  /** Whether the first screen was left to itself. */
  let hasWaited = false

  const folderOf = (id: string): string =>
    join(effects.folder, createHash('sha256').update(id).digest('hex').slice(0, 24))

  const upcomingFile = (id: string): CacheFile<Upcoming> => cacheFile(join(folderOf(id), 'upcoming.json'), upcomingSchema, effects.log)

  const open = (id: string, workspace: Workspace): Desks => {
    const folder = folderOf(id)
    const isShown = (): boolean => desks?.id === id
    const meetings = openMeetingsDesk({
      ...effects,
      workspace,
      files: {
        list: cacheFile(join(folder, 'meetings.json'), keptSchema(meetingSchema), effects.log),
        upcoming: upcomingFile(id),
      },
      onChange: (upcoming) => {
        if (isShown()) effects.onMeetings(upcoming)
      },
    })
    const contacts = openContactsDesk({
      workspace,
      file: cacheFile(join(folder, 'contacts.json'), keptSchema(contactSchema), effects.log),
      now: effects.now,
      onChange: (revision) => {
        if (isShown()) effects.onContacts(revision)
      },
    })
    return { id, workspace, meetings, contacts }
  }

  /** Resolves once nothing of the desks before is written any more. */
  const shut = (): Promise<void> => {
    const before = desks
    desks = null
    shutting = Promise.all([shutting, before?.contacts.close(), before?.meetings.close()]).then(() => undefined)
    return shutting
  }

  const now = (): Desks | null => {
    const account = effects.account()
    if (account?.id !== desks?.id) void shut()
    if (account === null) return null
    cancelTick ??= effects.setTimer(tick, minute)
    return (desks ??= open(account.id, account.workspace))
  }

  const tick = (): void => {
    cancelTick = effects.setTimer(tick, minute)
    void now()?.meetings.refreshIfOlder(meetingsGoodFor, turns)
  }

  const lookSoon = (): void => {
    cancelSoon ??= effects.setTimer(() => {
      cancelSoon = null
      hasWaited = true
      void now()?.meetings.refreshIfOlder(minute / 2)
    }, soon)
  }

  return {
    now,
    lookAgain: () => {
      if (hasWaited) void now()?.meetings.refreshIfOlder(minute)
      else lookSoon()
    },
    retry: () => {
      const shown = now()
      void shown?.meetings.retry()
      void shown?.contacts.retry()
    },
    lookSoon,
    turns,
    kept: async (id) => {
      // The desks of an account that was shown a moment ago may write yet.
      await shutting
      return upcomingFile(id).read()
    },
    forget: async (id) => {
      if (desks?.id === id) await shut()
      await shutting
      await removeCache(folderOf(id))
    },
    close: async () => {
      cancelTick?.()
      cancelSoon?.()
      turns.close()
      await shut()
    },
  }
}
