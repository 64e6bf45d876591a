import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../contract/channels'
import type { Meeting, MeetingRange } from '../../contract/meeting'
import type { Removal, Replacement, Upcoming } from '../../contract/meetings'
import type { Whole } from '../../contract/pieces'
import type { WorkspaceProblem } from '../../contract/workspace'
import { undoTime } from '../../contract/undo-time'
import { takeOver } from './take-over'

/** The meetings of some days. */
interface FarMeetings {
  readonly range: MeetingRange
  /** What is known; those of the range before, while it loads. */
  readonly meetings: readonly Meeting[]
  readonly state: 'loading' | 'done' | 'failed'
  /** Why it failed, or null where main itself could not answer. */
  readonly problem: WorkspaceProblem | null
}

/** What went wrong with a meeting; a problem of null stands for main itself, which could not answer. */
type MeetingsTrouble =
  | { readonly what: 'deletion'; readonly subject: string; readonly problem: WorkspaceProblem | null }
  | { readonly what: 'opening'; readonly subject: string; readonly problem: WorkspaceProblem | 'browser-not-opened' | 'no-link' | null }
  /** Its link leads to a host that is not the workspace's own, and that the person has not agreed to. */
  | { readonly what: 'foreign-host'; readonly id: string; readonly subject: string; readonly host: string }
  /** It was too late for it. */
  | { readonly what: 'undo'; readonly subject: string }
  /** A meeting still stands in the place of one time of its series. */
  | { readonly what: 'restoring'; readonly subject: string; readonly problem: WorkspaceProblem | null }

/** A meeting, as far as a line about it needs it. */
type Named = Pick<Meeting, 'id' | 'subject'>

/** What is deleted, as far as a line about it needs it. */
type Leaving = Named & Removal

/** All that pages show of meetings. */
export interface MeetingsState {
  /** What Home shows, or null before the first answer. */
  readonly upcoming: Upcoming | null
  /** All meetings, or null while no page has asked for them. */
  readonly list: Whole<Meeting> | null
  /** Days that the list doesn't reach and that a page shows, or null. */
  readonly far: FarMeetings | null
  /** True when main itself could not answer. */
  readonly failed: boolean
  /** What was deleted last, as long as that can be undone. */
  readonly leaving: Leaving | null
  /** The meeting that was scheduled or changed last, for a while; and in whose place it stands, where that can be taken back. */
  readonly saved: (Named & { readonly isNew: boolean; readonly replacement: Replacement | null }) | null
  /** A deletion that failed or could not be undone, or a meeting that could not be opened elsewhere. */
  readonly trouble: MeetingsTrouble | null
  /** The meeting that was named last by its link, with that: it may be one that the workspace does not tell of. */
  readonly pasted: { readonly id: string; readonly link: string } | null
}

interface Actions {
  /** Asks for what Home shows. Where main can't answer, Home goes on without. */
  askUpcoming(): Promise<void>
  /** Asks for all meetings; from then on they are kept up to date. Thousands that are here already do not come again. */
  loadList(): Promise<void>
  /** Asks for the meetings of days that the list doesn't reach; from then on they are kept up to date. Null for none. */
  showFar(range: MeetingRange | null): Promise<void>
  /** Asks the workspace again. */
  refresh(): Promise<void>
  /** As `refresh` for what a page shows, once whoever it belongs to is signed in again. */
  signedInAgain(): Promise<void>
  /** Says for a while that a meeting was scheduled or changed, or put in the place of one time of a series. */
  tellSaved(meeting: Named, isNew: boolean, replacement?: Replacement | null): void
  /** @param occurrence The one time of a series that is to be deleted, an ISO 8601 instant; null for all of it. */
  remove(meeting: Named, occurrence: string | null): Promise<void>
  undoRemove(): Promise<void>
  /** Takes back what was saved last, where it stands in the place of one time of a series. */
  undoSaved(): Promise<void>
  /** Opens a meeting where its workspace holds it. @param agreedHost The host that the person was asked about; see `foreign-host`. */
  openElsewhere(meeting: Named, agreedHost?: string | null): Promise<void>
  notePasted(pasted: MeetingsState['pasted']): void
  dismissTrouble(): void
  /** Forgets everything, when the account signs out. */
  forget(): void
}

export type MeetingsStore = StoreApi<MeetingsState & Actions>

const nothing: MeetingsState = { upcoming: null, list: null, far: null, failed: false, leaving: null, saved: null, trouble: null, pasted: null }

/** How long it is said that a meeting was saved, in milliseconds: there is something to do with it meanwhile. */
const stay = 20_000

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
    let askedFar = 0

    async function loadList() {
      const mine = ++question
      try {
        const list = await takeOver((wish) => bridge.invoke('meetings.list', wish), get().list, () => mine === question)
        if (list !== null) set({ list, failed: false })
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
      async showFar(range) {
        const mine = ++askedFar
        if (range === null) return set({ far: null })
        const { far } = get()
        const isSame = far?.range.from === range.from && far.range.to === range.to
        const meetings = isSame ? far.meetings : []
        set({ far: { range, meetings, state: 'loading', problem: null } })
        const answer = await bridge.invoke('meetings.range', range).catch(() => null)
        if (mine !== askedFar) return
        set({
          far:
            answer?.outcome === 'done'
              ? { range, meetings: answer.meetings, state: answer.problem === null ? 'done' : 'failed', problem: answer.problem }
              : { range, meetings, state: 'failed', problem: answer?.problem ?? null },
        })
      },
      async refresh() {
        await bridge.invoke('meetings.refresh').catch(() => set({ failed: true }))
        if (get().list !== null) await loadList()
      },
      async signedInAgain() {
        const { upcoming, far } = get()
        if (upcoming !== null) await get().refresh()
        if (far !== null) await get().showFar(far.range)
      },
      tellSaved({ id, subject }, isNew, replacement = null) {
        const saved = { id, subject, isNew, replacement }
        set({ saved, trouble: null })
        setTimer(() => {
          if (get().saved === saved) set({ saved: null })
        }, stay)
      },
      async remove({ id, subject }, occurrence) {
        const leaving = { id, subject, occurrence }
        const isDone = await bridge.invoke('meetings.remove', { id, occurrence }).then(
          () => true,
          () => false,
        )
        if (!isDone) return set({ trouble: { what: 'deletion', subject, problem: null } })
        set({ leaving, saved: null, trouble: null })
        setTimer(() => {
          if (get().leaving === leaving) set({ leaving: null })
        }, undoTime)
      },
      async undoRemove() {
        const { leaving } = get()
        set({ leaving: null })
        if (leaving === null) return
        const { id, occurrence, subject } = leaving
        const isBack = await bridge.invoke('meetings.undoRemove', { id, occurrence }).catch(() => false)
        if (!isBack) set({ trouble: { what: 'undo', subject } })
      },
      async undoSaved() {
        const { saved } = get()
        set({ saved: null })
        if (saved === null || saved.replacement === null) return
        const answer = await bridge.invoke('meetings.restoreOccurrence', saved.replacement).catch(() => null)
        if (answer?.outcome !== 'done') set({ trouble: { what: 'restoring', subject: saved.subject, problem: answer?.problem ?? null } })
      },
      async openElsewhere({ id, subject }, agreedHost = null) {
        const answer = await bridge.invoke('meetings.openInBrowser', { id, link: null, agreedHost }).catch(() => null)
        if (answer?.outcome === 'done') return set({ trouble: null })
        if (answer?.outcome === 'foreign-host') return set({ trouble: { what: 'foreign-host', id, subject, host: answer.host } })
        const problem = answer?.outcome === 'failed' ? answer.problem : (answer?.outcome ?? null)
        set({ trouble: { what: 'opening', subject, problem } })
      },
      notePasted(pasted) {
        set({ pasted })
      },
      dismissTrouble() {
        set({ trouble: null })
      },
      forget() {
        question++
        asked++
        askedFar++
        // Another account may be shown to look for the meeting there.
        set({ ...nothing, pasted: get().pasted })
      },
    }
  })

  bridge.on('meetings.changed', (upcoming) => {
    const { list, far, upcoming: before } = store.getState()
    store.setState({ upcoming })
    // Something has changed, or the workspace can be reached again.
    const isMended = far?.state === 'failed' && upcoming.problem === null
    if (far !== null && (isMended || upcoming.revision !== before?.revision)) void store.getState().showFar(far.range)
    if (list === null) return
    if (list.revision === upcoming.revision) {
      const { fetchedAt, problem } = upcoming
      store.setState({ list: { ...list, fetchedAt, problem } })
    } else void store.getState().loadList()
  })
  bridge.on('meetings.trouble', ({ subject, problem }) => store.setState({ trouble: { what: 'deletion', subject, problem } }))
  return store
}
