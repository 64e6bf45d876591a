import type { Meeting, MeetingRange } from '../../contract/meeting'
import { isYounger } from '../clock'
import type { MeetingsAnswer } from '../workspace/workspace'

/** Meetings of weeks that the list doesn't reach. They are kept in memory for a moment, and never on the disk. */
export interface FarRanges {
  /** The meetings of a range; callers at the same time share one request. */
  read(range: MeetingRange): Promise<MeetingsAnswer>
  /** One meeting of those that are kept, or null. */
  find(id: string): Meeting | null
  /** Forgets them, when something has changed. */
  forget(): void
}

interface FarRangesEffects {
  fetch: (range: MeetingRange) => Promise<MeetingsAnswer>
  /** Milliseconds since the epoch. */
  now: () => number
}

/** As long as the list's own, in milliseconds. */
const goodFor = 30_000
/** A quarter of a year to leaf through. */
const most = 13

interface Range {
  asked: number
  answer: Promise<MeetingsAnswer>
  meetings: readonly Meeting[]
}

/** Makes the ranges; nothing is asked for yet. */
export function openFarRanges({ fetch, now }: FarRangesEffects): FarRanges {
  const ranges = new Map<string, Range>()

  const ask = (name: string, range: MeetingRange): Range => {
    const asked: Range = { asked: now(), answer: fetch(range), meetings: [] }
    void asked.answer.then((answer) => {
      if (answer.outcome === 'done') asked.meetings = answer.value
      // What failed is asked for again; of a part, what is known can be found until then.
      if (answer.outcome === 'failed') {
        if (ranges.get(name) === asked) ranges.delete(name)
      } else if (answer.missing !== null) asked.asked = Number.NEGATIVE_INFINITY
    })
    ranges.delete(name)
    ranges.set(name, asked)
    const [oldest] = ranges.keys()
    if (ranges.size > most && oldest !== undefined) ranges.delete(oldest)
    return asked
  }

  return {
    read: (range) => {
      const name = `${range.from} ${range.to}`
      const known = ranges.get(name)
      return (known !== undefined && isYounger(now() - known.asked, goodFor) ? known : ask(name, range)).answer
    },
    find: (id) => [...ranges.values()].flatMap(({ meetings }) => meetings).find((meeting) => meeting.id === id) ?? null,
    forget: () => ranges.clear(),
  }
}
