import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../contract/channels'
import {
  answered,
  chosen,
  dismissed,
  emptyPanel,
  handedOff,
  notAnswered,
  type UserManagementPanel,
} from './user-management-panel'

interface Actions {
  /** The User management entry was chosen: asks for the figures, and opens the pop-up if the answer allows it. */
  choose(): void
  /** Asks for the figures again. */
  refresh(): Promise<void>
  dismiss(): void
  openConsole(): Promise<void>
  /** Puts the console's link on the clipboard; tells whether it is there now. */
  copyLink(): Promise<boolean>
  /** Forgets everything, when the account signs out. */
  forget(): void
}

export type UserManagementStore = StoreApi<UserManagementPanel & Actions>

/**
 * Makes the store behind the User management page.
 *
 * @param bridge The way to main.
 * @param now The time of day, in milliseconds since the epoch.
 */
export function createUserManagementStore(bridge: Bridge, now: () => number): UserManagementStore {
  return createStore<UserManagementPanel & Actions>((set, get) => {
    // Questions may overlap (the window comes to the front while one is open): only the last one's answer counts.
    let question = 0

    async function refresh() {
      const mine = ++question
      try {
        const answer = await bridge.invoke('userManagement.get')
        if (mine === question) set((panel) => answered(panel, answer))
      } catch {
        if (mine === question) set(notAnswered)
      }
    }

    return {
      ...emptyPanel,
      choose() {
        set((panel) => chosen(panel, now()))
        void refresh()
      },
      refresh,
      dismiss() {
        set(dismissed)
      },
      async openConsole() {
        const outcome = await bridge.invoke('console.open').then(
          (handOff) => handOff.outcome,
          () => 'failed' as const,
        )
        set((panel) => handedOff(panel, outcome))
        await get().refresh()
      },
      async copyLink() {
        try {
          return (await bridge.invoke('console.copyLink')).outcome === 'copied'
        } catch {
          return false
        }
      },
      forget() {
        question++
        set(emptyPanel)
      },
    }
  })
}
