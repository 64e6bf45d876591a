import { createContext, use, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { AppState } from '../../contract/app-state'
import type { Bridge } from '../../contract/channels'
import type { AppStore } from './app-store'
import type { ContactsStore } from './contacts-store'
import type { MeetingsState, MeetingsStore } from './meetings-store'
import type { SwitchesState, SwitchesStore } from './microphone-store'
import type { ToldStore } from './told-problems'
import type { UserManagementStore } from './user-management-store'

/** What every page stands on. Made once, in `main.tsx`. */
export interface Client {
  readonly bridge: Bridge
  readonly app: AppStore
  readonly userManagement: UserManagementStore
  readonly meetings: MeetingsStore
  readonly contacts: ContactsStore
  readonly switches: SwitchesStore
  readonly told: ToldStore
  /** The time of day, milliseconds since the epoch. */
  readonly now: () => number
}

const ClientContext = createContext<Client | null>(null)

export function ClientProvider({ client, children }: { client: Client; children: ReactNode }) {
  return <ClientContext value={client}>{children}</ClientContext>
}

/** @throws Error outside a `ClientProvider`, which is a mistake in the code. */
export function useClient(): Client {
  const client = use(ClientContext)
  if (client === null) throw new Error('useClient needs a ClientProvider around it')
  return client
}

/** Whether the administrator's policy decides a setting, by its dotted name: then the page shows it locked. */
export function useManaged(setting: string): boolean {
  return useAppState((state) => state.policy.managed.includes(setting))
}

/** A part of the state that main pushed last. The component renders again when that part changes. */
export function useAppState<Part>(select: (state: AppState) => Part): Part {
  return useStore(useClient().app, select)
}

/** A part of the microphone's and the camera's switches. */
export function useSwitches<Part>(select: (state: SwitchesState) => Part): Part {
  return useStore(useClient().switches, select)
}

/** A part of what is known of meetings. */
export function useMeetings<Part>(select: (state: MeetingsState) => Part): Part {
  return useStore(useClient().meetings, select)
}
