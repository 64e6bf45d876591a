import { withoutTime } from '../../contract/exceptions'
import type { Meeting } from '../../contract/meeting'
import type { MeetingTrouble, Removal } from '../../contract/meetings'
import { undoTime } from '../../contract/undo-time'
import type { Shelf } from '../cache/shelf'
import type { WorkspaceMeetings } from '../workspace/workspace'

/** Deletions that wait for *Undo*: of meetings, and of single times of a series. */
export interface Deletions {
  /** Takes it out of the list, and deletes it once there is no way back any more. What waits already is left alone. */
  begin(meeting: Meeting, removal: Removal): void
  /** False when it was too late. */
  undo(removal: Removal): boolean
  /** Meetings without what waits to be deleted. */
  without(meetings: readonly Meeting[]): Meeting[]
  /** Deletes at once what still waits. */
  finish(): Promise<void>
}

interface DeletionEffects {
  workspace: Pick<WorkspaceMeetings, 'remove' | 'removeOccurrence'>
  /** Shows a change of the list at once; gives what settles it. */
  patch: Shelf<Meeting>['patch']
  /** Runs something after some milliseconds; gives the function that prevents it. */
  setTimer: (run: () => void, milliseconds: number) => () => void
  /** The workspace has answered. */
  onAnswer: () => void
  /** Hears of a deletion that failed after the page had gone on. */
  onTrouble: (trouble: MeetingTrouble) => void
}

/** Keeps the deletions, in memory. */
export function keepDeletions({ workspace, patch, setTimer, onAnswer, onTrouble }: DeletionEffects): Deletions {
  const waiting = new Map<string, { removal: Removal; now: () => Promise<void>; cancel: () => void }>()

  const deleteNow = async ({ subject }: Meeting, removal: Removal, settle: (kept: boolean) => void): Promise<void> => {
    const { id, occurrence } = removal
    waiting.delete(nameOf(removal))
    const answer = await (occurrence === null ? workspace.remove(id) : workspace.removeOccurrence(id, occurrence))
    // What someone else deleted meanwhile is what was wanted.
    const isGone = answer.outcome === 'done' || answer.problem === 'not-found'
    onAnswer()
    settle(isGone)
    if (answer.outcome === 'failed' && !isGone) onTrouble({ id, subject, problem: answer.problem })
  }

  return {
    begin: (meeting, removal) => {
      const name = nameOf(removal)
      if (waiting.has(name)) return
      const settle = patch((items) => without(items, removal))
      const cancel = setTimer(() => void deleteNow(meeting, removal, settle), undoTime)
      waiting.set(name, {
        removal,
        now: () => {
          cancel()
          return deleteNow(meeting, removal, settle)
        },
        cancel: () => {
          cancel()
          waiting.delete(name)
          settle(false)
        },
      })
    },
    undo: (removal) => {
      const found = waiting.get(nameOf(removal))
      found?.cancel()
      return found !== undefined
    },
    without: (meetings) => [...waiting.values()].reduce((left, { removal }) => without(left, removal), [...meetings]),
    finish: async () => {
      await Promise.all([...waiting.values()].map((each) => each.now()))
    },
  }
}

const nameOf = ({ id, occurrence }: Removal): string => `${id} ${occurrence ?? ''}`

function without(meetings: readonly Meeting[], { id, occurrence }: Removal): Meeting[] {
  if (occurrence === null) return meetings.filter((meeting) => meeting.id !== id)
  return meetings.map((meeting) => (meeting.id === id ? withoutTime(meeting, occurrence) : meeting))
}
