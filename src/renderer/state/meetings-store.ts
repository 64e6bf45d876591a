import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../contract/channels'
import type { Meeting } from '../../contract/meeting'
import type { MeetingList, MeetingTrouble, Upcoming } from '../../contract/meetings'
import { undoTime } from '../../contract/undo-time'

/** All that pages show of meetings. */
export interface MeetingsState {
  /** What Home shows, or null before the first answer. */
  readonly upcoming: Upcoming | null
  /** All meetings, or null while no page has asked for them. */
  readonly list: MeetingList | null
  /** True when main itself could not answer. */
  readonly failed: boolean
  /** The meeting that was deleted last, as long as that can be undone. */
  readonly leaving: { readonly id: string; readonly subject: string } | null
  /** A deletion that failed. */
  readonly trouble: MeetingTrouble | null
}

interface Actions {
  /** Asks for what Home shows. Where main can't answer, Home goes on without. */
  askUpcoming(): Promise<void>
  /** Asks for all meetings; from then on they are kept up to date. */
  loadList(): Promise<void>
  /** Asks the workspace again. */
  refresh(): Promise<void>
  remove(meeting: Pick<Meeting, 'id' | 'subject'>): Promise<void>
  undoRemove(): Promise<void>
  dismissTrouble(): void
  /** Forgets everything, when the account signs out. */
  forget(): void
}

export type MeetingsStore = StoreApi<MeetingsState & Actions>

const nothing: MeetingsState = { upcoming: null, list: null, failed: false, leaving: null, trouble: null }

/**
 * Makes the store behind Home and Meetings.
 *
 * @param bridge The way to main.
 * @param setTimer Runs something after some milliseconds.
 */
export function createMeetingsStore(bridge: Bridge, setTimer: (run: () => void, milliseconds: number) => void): MeetingsStore {
  const store = createStore<MeetingsState & Actions>((set, get) => {
    let question = 0
    let asked = 0

    async function loadList() {
      const mine = ++question
      try {
        const list = await bridge.invoke('meetings.list')
        if (mine === question) set({ list, failed: false })
      } catch {
        if (mine === question) set({ failed: true })
      }
    }

    return {
      ...nothing,
      async askUpcoming() {
        const before = get().upcoming
        const mine = ++asked
        const upcoming = await bridge.invoke('meetings.upcoming').catch(() => null)
        // What main pushed meanwhile is newer.
        if (upcoming !== null && mine === asked && get().upcoming === before) set({ upcoming })
      },
      loadList,
      async refresh() {
        await bridge.invoke('meetings.refresh').catch(() => set({ failed: true }))
        if (get().list !== null) await loadList()
      },
      async remove({ id, subject }) {
        const leaving = { id, subject }
        await bridge.invoke('meetings.remove', id)
        set({ leaving })
        setTimer(() => {
          if (get().leaving === leaving) set({ leaving: null })
        }, undoTime)
      },
      async undoRemove() {
        const { leaving } = get()
        set({ leaving: null })
        if (leaving !== null) await bridge.invoke('meetings.undoRemove', leaving.id).catch(() => false)
      },
      dismissTrouble() {
        set({ trouble: null })
      },
      forget() {
        question++
        asked++
        set(nothing)
      },
    }
  })

  bridge.on('meetings.changed', (upcoming) => {
    const { list } = store.getState()
    store.setState({ upcoming })
    if (list === null) return
    if (list.revision === upcoming.revision) {
      const { fetchedAt, problem } = upcoming
      store.setState({ list: { ...list, fetchedAt, problem } })
    } else void store.getState().loadList()
  })
  bridge.on('meetings.trouble', (trouble) => store.setState({ trouble }))
  return store
}
