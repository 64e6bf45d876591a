import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../contract/channels'
import type { Contact } from '../../contract/contact'
import type { Whole } from '../../contract/pieces'
import { takeOver } from './take-over'

interface ContactsState {
  /** The people of the company as they were known last, or null before the first answer. */
  readonly list: Whole<Contact> | null
  /** True when main could not answer. */
  readonly failed: boolean
}

interface Actions {
  /** Asks for them; `waiting` when nobody did anything. Thousands that are here already do not come again. */
  ask(why: 'opened' | 'waiting'): Promise<void>
  /** Forgets everything, when the account signs out. */
  forget(): void
}

export type ContactsStore = StoreApi<ContactsState & Actions>

const nothing: ContactsState = { list: null, failed: false }

/**
 * Makes the store behind Contacts: a page that opens anew shows what is here.
 *
 * @param bridge The way to main.
 */
export function createContactsStore(bridge: Bridge): ContactsStore {
  return createStore<ContactsState & Actions>((set, get) => {
    let question = 0
    return {
      ...nothing,
      async ask(why) {
        const mine = ++question
        try {
          const list = await takeOver((wish) => bridge.invoke('contacts.list', { ...wish, why }), get().list, () => mine === question)
          if (list !== null) set({ list, failed: false })
        } catch {
          if (mine === question) set({ failed: true })
        }
      },
      forget() {
        question += 1
        set(nothing)
      },
    }
  })
}
