import type { Meeting, MeetingRange } from '../../../contract/meeting'
import type { WorkspaceProblem } from '../../../contract/workspace'
import type { ListHistory } from '../list-history'
import type { SendRequest } from '../requests'
import { lostConnection, type MeetingsAnswer, type Pause, type WorkspaceAnswer, type WorkspaceMeetings } from '../workspace'
import { meetingAnswer, meetingsAnswer, standAloneMeetingAnswer, standAloneMeetingsAnswer } from './meetings'
import { allPages } from './pages'

/** What tells that the account has no such list, which is none to miss. */
const refused: ReadonlySet<WorkspaceProblem> = new Set(['forbidden', 'licence-required', 'not-found', 'not-offered', 'invalid'])

/** What stands in the way of every list alike. */
const commonProblems: ReadonlySet<WorkspaceProblem> = new Set(['expired', 'registration', 'keychain', 'client-certificate', 'busy'])

/**
 * Reads meetings.
 *
 * @param history Of the list of the vendor's stand-alone Meeting product's meetings; null where there is no such list beside the others.
 *   An account that never had one is not told, again and again, that it could not be had.
 */
export function readMeetings(send: SendRequest, history: ListHistory | null): Pick<WorkspaceMeetings, 'list' | 'read'> {
  const own = ({ from, to }: MeetingRange, pause?: Pause): Promise<WorkspaceAnswer<Meeting[]>> =>
    allPages((page) => send({ path: '/meetings', query: { from_date: from, to_date: to, ...page }, schema: meetingsAnswer }), pause)

  const standAlone = async ({ from, to }: MeetingRange, known: ListHistory): Promise<WorkspaceAnswer<Meeting[]>> => {
    // Nothing tells that a range can be asked for there.
    const answer = await send({ path: '/meetings/blizz', schema: standAloneMeetingsAnswer })
    if (answer.outcome === 'done') {
      known.answered()
      return { ...answer, value: answer.value.filter(({ start, end }) => start < to && (end > from || start >= from)) }
    }
    if (refused.has(answer.problem)) return { outcome: 'done', value: [] }
    if (known.hasAnswered()) return answer
    known.stillMissing(answer.problem)
    return { outcome: 'done', value: [] }
  }

  return {
    list: async (range, pause) => {
      const first = await own(range, pause)
      if (history === null) return first.outcome === 'done' ? { ...first, missing: null } : first
      if (first.outcome === 'failed' && (lostConnection(first.problem) !== null || commonProblems.has(first.problem))) return first
      await pause?.()
      return both(first, await standAlone(range, history))
    },
    read: async (id) => {
      const first = await send({ path: `/meetings/${encodeURIComponent(id)}`, schema: meetingAnswer })
      if (history === null || first.outcome === 'done' || first.problem !== 'not-found') return first
      const second = await send({ path: `/meetings/blizz/${encodeURIComponent(id)}`, schema: standAloneMeetingAnswer })
      return second.outcome === 'failed' && (refused.has(second.problem) || !history.hasAnswered()) ? first : second
    },
  }
}

/** One list of two. One that failed does not hide the other; a meeting that is in both can be changed. */
function both(own: WorkspaceAnswer<Meeting[]>, standAlone: WorkspaceAnswer<Meeting[]>): MeetingsAnswer {
  if (own.outcome === 'failed') {
    if (standAlone.outcome === 'failed' || standAlone.value.length === 0) return own
    const { problem, retryAt } = own
    return { ...standAlone, missing: refused.has(problem) ? null : { isReadOnly: false, problem, retryAt } }
  }
  if (standAlone.outcome === 'failed') return { ...own, missing: { isReadOnly: true, problem: standAlone.problem, retryAt: standAlone.retryAt } }
  const known = new Set(own.value.map(({ id }) => id))
  return { ...own, value: [...own.value, ...standAlone.value.filter(({ id }) => !known.has(id))], missing: null }
}
