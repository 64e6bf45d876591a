import { useEffect, useMemo, useState } from 'react'
import type { Meeting } from '../../../contract/meeting'
import type { Occurrence } from '../../../contract/occurrences'
import { indexAtOnce, occurrencesIn, type MeetingIndex } from './meeting-index'
import { placeInWeek, type WeekDay } from './week-layout'

/** So many meetings are gone through at once as the week opens; of more, the empty week is there first. */
const few = 500

/**
 * A week's meetings at their places.
 *
 * @param listed Those of the list.
 * @param added Those that came for a week beyond the list, or null.
 * @param days Eight moments, as `weekOf` gives them.
 */
export function useWeek(listed: MeetingIndex, added: readonly Meeting[] | null, days: readonly number[], zone: string): readonly WeekDay[] {
  const [isOpen, setIsOpen] = useState(listed.size <= few)

  useEffect(() => {
    if (isOpen) return
    const timer = setTimeout(() => setIsOpen(true))
    return () => clearTimeout(timer)
  }, [isOpen])

  return useMemo(() => {
    const [from = 0, to = 0] = [days[0], days[7]]
    return placeInWeek(isOpen ? timesIn({ from, to }, zone, listed, added) : [], days, zone)
  }, [listed, added, days, zone, isOpen])
}

/** The times of the list's meetings, and of those that came for days beyond it: of one that both have, these count. */
function timesIn(range: { from: number; to: number }, zone: string, listed: MeetingIndex, added: readonly Meeting[] | null): readonly Occurrence[] {
  const found = occurrencesIn(listed, range, zone)
  if (added === null || added.length === 0) return found
  const newer = new Set(added.map(({ id }) => id))
  return [...found.filter(({ meeting }) => !newer.has(meeting.id)), ...occurrencesIn(indexAtOnce(added), range, zone)]
}
