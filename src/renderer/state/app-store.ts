import { replaceEqualDeep } from '@tanstack/react-query'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppState } from '../../contract/app-state'
import type { Bridge } from '../../contract/channels'

/** What the page knows: the state that main pushed last. The page itself never changes it. */
export type AppStore = StoreApi<AppState>

/**
 * Makes the store of the whole page: asks main for the state once, then follows it.
 *
 * @param bridge The way to main.
 * @returns The store, filled.
 * @throws What `state.get` rejects with.
 */
export async function followAppState(bridge: Bridge): Promise<AppStore> {
  // Listens before it asks, so that no change can fall between the two.
  let pushed: AppState | undefined
  let take = (state: AppState) => {
    pushed = state
  }
  bridge.on('state.changed', (state) => take(state))
  const answered = await bridge.invoke('state.get')
  const store = createStore<AppState>(() => pushed ?? answered)
  // What is as it was stays the very same object: only what shows something that changed is drawn again.
  take = (state) => store.setState((before) => replaceEqualDeep(before, state), true)
  return store
}
