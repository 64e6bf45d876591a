import { hasSingleTimes, withoutTime, withTime } from '../../contract/exceptions'
import { listed } from '../../contract/listed-range'
import type { Meeting, MeetingChange, MeetingDraft, MeetingRange, OccurrenceChange } from '../../contract/meeting'
import type { MeetingChanged, MeetingMade, MeetingsInRange, MeetingTrouble, Removal, Replacement, Upcoming } from '../../contract/meetings'
import type { CacheFile } from '../cache/cache-file'
import { openShelf, type Kept, type Known } from '../cache/shelf'
import type { Turns } from '../cache/turns'
import { failed, type Making, type Workspace, type WorkspaceAnswer } from '../workspace/workspace'
import { keepDeletions } from './deletions'
import { openFarRanges } from './far-ranges'
import { keepMakings } from './makings'
import { withChange } from './with-change'
import { upcomingOf } from './upcoming'
import { withMissing } from './with-missing'

export interface MeetingsEffects {
  workspace: Workspace
  files: { list: CacheFile<Kept<Meeting>>; upcoming: CacheFile<Upcoming> }
  /** IANA name of the computer's zone. */
  zone: () => string
  /** Milliseconds since the epoch. */
  now: () => number
  /** A key that no other request has. */
  newKey: () => string
  /** Runs something after some milliseconds; gives the function that prevents it. */
  setTimer: (run: () => void, milliseconds: number) => () => void
  onChange: (upcoming: Upcoming) => void
  /** Hears of a deletion that failed after the page had gone on. */
  onTrouble: (trouble: MeetingTrouble) => void
}

/** The meetings of one account. */
export interface MeetingsDesk {
  /** What Home shows, from the disk until the list is there. */
  upcoming(): Promise<Upcoming>
  list(): Promise<Known<Meeting>>
  /** The meetings of a range of days that the list doesn't reach. */
  range(range: MeetingRange): Promise<MeetingsInRange>
  /** One meeting that is known, or null. */
  find(id: string): Promise<Meeting | null>
  create(draft: MeetingDraft): Promise<MeetingMade>
  startNow(subject: string): Promise<MeetingMade>
  /** Shows the change at once, and takes it back where the workspace refuses it. */
  change(id: string, change: MeetingChange): Promise<MeetingChanged>
  /** Puts a meeting of its own in the place of the time of a series that begins at a moment, an ISO 8601 instant. */
  changeOccurrence(id: string, occurrence: string, change: OccurrenceChange): Promise<MeetingMade>
  /** Takes that back, at once for whoever looks, and for good once the workspace agrees. */
  restoreOccurrence(replacement: Replacement): Promise<MeetingChanged>
  /** Takes a meeting, or one time of a series, out of the list, and deletes it once there is no way back any more. */
  remove(removal: Removal): Promise<void>
  /** False when it was too late. */
  undoRemove(removal: Removal): boolean
  /** Asks the workspace for the list, where the one that is known is older than this, in milliseconds; see `Shelf` for the turns. */
  refreshIfOlder(age: number, turns?: Turns): Promise<void>
  refresh(): Promise<void>
  /** Asks the workspace again, where the list could not be had. */
  retry(): Promise<void>
  /** Deletes at once what still waits to be, and stops. */
  close(): Promise<void>
}

/** Makes the desk. Nothing is asked of disk or network before the page does. */
export function openMeetingsDesk(effects: MeetingsEffects): MeetingsDesk {
  const { workspace, now, zone } = effects
  let shown: Upcoming | null = null
  let isListKnown = false
  let keeping: Promise<void> = Promise.resolve()

  const upcomingFrom = ({ items, ...known }: Known<Meeting>): Upcoming => ({
    ...known,
    soon: upcomingOf(items, now(), zone()),
    capabilities: workspace.capabilities,
  })

  const shelf = openShelf<Meeting>({
    file: effects.files.list,
    fetch: async (pause, before) => {
      const answer = await workspace.meetings.list({ from: isoAt(now() - listed.past), to: isoAt(now() + listed.ahead) }, pause)
      return answer.outcome === 'done' ? { ...answer, value: withMissing(answer, before) } : answer
    },
    now,
    onChange: (known) => {
      isListKnown ||= known.fetchedAt !== null
      shown = upcomingFrom(known)
      effects.onChange(shown)
      if (known.fetchedAt !== null) keeping = effects.files.upcoming.write(shown)
    },
  })

  const far = openFarRanges({ fetch: (range) => workspace.meetings.list(range), now })

  const deletions = keepDeletions({ ...effects, workspace: workspace.meetings, patch: shelf.patch, onAnswer: far.forget })

  const makings = keepMakings(effects)

  /** @param others What becomes of the other meetings with that. */
  const make = async (
    wish: unknown[],
    ask: (making: Making) => Promise<WorkspaceAnswer<Meeting>>,
    others = (meeting: Meeting): Meeting => meeting,
  ): Promise<MeetingMade> => {
    const text = JSON.stringify(wish)
    const answer = await ask(makings.of(text))
    if (answer.outcome === 'failed') return answer
    makings.fulfilled(text)
    const meeting = answer.value
    far.forget()
    shelf.patch((items) => [...items.filter(({ id }) => id !== meeting.id).map(others), meeting])(true)
    return { outcome: 'done', meeting }
  }

  const find = async (id: string): Promise<Meeting | null> => {
    const { items } = await shelf.read()
    // People write hyphens; a workspace may leave them out.
    return items.find((meeting) => meeting.id === id) ?? far.find(id) ?? items.find((meeting) => bare(meeting.id) === bare(id)) ?? null
  }

  return {
    upcoming: async () => {
      if (!isListKnown && shown === null) {
        const kept = await effects.files.upcoming.read()
        const still = kept?.soon.filter(({ end }) => end > now()) ?? []
        shown ??= { soon: still, fetchedAt: kept?.fetchedAt ?? null, problem: null, revision: 0, capabilities: workspace.capabilities }
      } else if (isListKnown) shown = upcomingFrom(await shelf.read())
      return shown ?? upcomingFrom(await shelf.read())
    },
    list: shelf.read,
    range: async (range) => {
      const answer = await far.read(range)
      if (answer.outcome === 'failed') return answer
      return { outcome: 'done', meetings: deletions.without(answer.value), problem: answer.missing?.problem ?? null }
    },
    find,
    create: (draft) => make(['create', draft], (making) => workspace.meetings.create(draft, making)),
    startNow: (subject) => make(['start now', subject], (making) => workspace.meetings.startNow(subject, making)),
    change: async (id, change) => {
      if ((await find(id))?.isReadOnly === true) return failed('not-offered')
      const settle = shelf.patch((items) => items.map((meeting) => (meeting.id === id ? withChange(meeting, change, zone()) : meeting)))
      const answer = await workspace.meetings.change(id, change)
      far.forget()
      settle(answer.outcome === 'done')
      return answer.outcome === 'done' ? { outcome: 'done' } : answer
    },
    changeOccurrence: async (id, occurrence, change) => {
      const series = await find(id)
      if (series !== null && (series.isReadOnly || !hasSingleTimes(series))) return failed('not-offered')
      return make(
        ['change one', id, occurrence, change],
        (making) => workspace.meetings.changeOccurrence(id, occurrence, change, making),
        (meeting) => (meeting.id === id ? withoutTime(meeting, occurrence) : meeting),
      )
    },
    restoreOccurrence: async ({ id, occurrence, meeting: replacing }) => {
      const settle = shelf.patch((items) =>
        items.filter((each) => each.id !== replacing).map((each) => (each.id === id ? withTime(each, occurrence) : each)),
      )
      const answer = await workspace.meetings.restoreOccurrence(id, occurrence, replacing)
      far.forget()
      settle(answer.outcome === 'done')
      return answer.outcome === 'done' ? { outcome: 'done' } : answer
    },
    remove: async (removal) => {
      const meeting = await find(removal.id)
      if (meeting === null || meeting.isReadOnly) return
      if (removal.occurrence === null || hasSingleTimes(meeting)) deletions.begin(meeting, removal)
    },
    undoRemove: deletions.undo,
    refreshIfOlder: async (age, turns) => {
      await shelf.refreshIfOlder(age, turns)
    },
    refresh: async () => {
      await shelf.refresh()
    },
    retry: async () => {
      await shelf.retry()
    },
    close: async () => {
      await deletions.finish()
      await shelf.close()
      await keeping
    },
  }
}

/** What the page hears while nobody is signed in. */
export const noMeetings: Upcoming = { soon: [], fetchedAt: null, problem: null, revision: 0, capabilities: null }

/** The answer to a wish of someone who is not signed in any more. */
export const notSignedIn = failed('expired')

const bare = (id: string): string => id.replaceAll('-', '')

function isoAt(moment: number): string {
  return new Date(moment).toISOString()
}
