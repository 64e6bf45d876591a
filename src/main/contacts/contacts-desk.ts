import type { Contact } from '../../contract/contact'
import type { CacheFile } from '../cache/cache-file'
import { openShelf, type Kept, type Known } from '../cache/shelf'
import type { Turns } from '../cache/turns'
import type { Workspace } from '../workspace/workspace'

export interface ContactsEffects {
  workspace: Pick<Workspace, 'people'>
  file: CacheFile<Kept<Contact>>
  /** Milliseconds since the epoch. */
  now: () => number
  onChange: (revision: number) => void
}

/** The people of one account's company. */
export interface ContactsDesk {
  list(): Promise<Known<Contact>>
  /** Asks the workspace, where what is known is older than this, in milliseconds; see `Shelf` for the turns. */
  refreshIfOlder(age: number, turns?: Turns): Promise<void>
  /** Asks the workspace again, where it could not be had. */
  retry(): Promise<void>
  close(): Promise<void>
}

/** Presence from the disk is of no use: it says how things were when Parley ended. */
function withoutPresence(kept: Kept<Contact> | null): Kept<Contact> | null {
  return kept === null ? null : { ...kept, items: kept.items.map((contact) => ({ ...contact, presence: 'unknown' })) }
}

/** Makes the desk. */
export function openContactsDesk({ workspace, file, now, onChange }: ContactsEffects): ContactsDesk {
  const shelf = openShelf<Contact>({
    file: { ...file, read: async () => withoutPresence(await file.read()) },
    fetch: (pause) => workspace.people(pause),
    now,
    onChange: ({ revision }) => onChange(revision),
  })
  return {
    list: shelf.read,
    refreshIfOlder: async (age, turns) => {
      await shelf.refreshIfOlder(age, turns)
    },
    retry: async () => {
      await shelf.retry()
    },
    close: shelf.close,
  }
}
