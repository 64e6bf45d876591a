import { useEffect, useMemo, useState } from 'react'
import { agendaOf, type AgendaRow } from './agenda'
import type { MeetingIndex } from './meeting-index'
import { systemZone } from './system-zone'

type Which = 'upcoming' | 'past'

interface Agenda {
  readonly which: Which
  readonly rows: readonly AgendaRow[]
  /** False while only the rows that come first are there. */
  readonly isWhole: boolean
}

interface Begun extends Agenda {
  readonly rest: Iterator<readonly AgendaRow[], void>
}

/** So many meetings are gone through at once; of more, the first rows are shown before the others are known. */
const few = 500

/**
 * The rows of the list of meetings. Of thousands, the first days' are there at once, and the others come in between whatever
 * else the page has to do. A whole list stays until the one after it is whole, so that nothing moves under a reader's eyes.
 *
 * @param now Milliseconds since the epoch.
 */
export function useAgenda(meetings: MeetingIndex, which: Which, now: number): Agenda {
  const begun = useMemo(() => begin(meetings, which, now), [meetings, which, now])
  const [later, setLater] = useState<(Agenda & { readonly of: Begun }) | null>(null)

  useEffect(() => {
    if (begun.isWhole) return
    let rows = begun.rows
    let timer = setTimeout(step)
    function step() {
      const next = begun.rest.next()
      if (next.done === true) return setLater({ of: begun, which: begun.which, rows, isWhole: true })
      rows = next.value
      const part = { of: begun, which: begun.which, rows, isWhole: false }
      setLater((before) => (before?.isWhole === true && before.which === begun.which ? before : part))
      timer = setTimeout(step)
    }
    return () => clearTimeout(timer)
  }, [begun])

  const isOfUse = later !== null && (later.of === begun || (later.isWhole && later.which === which))
  return begun.isWhole || !isOfUse ? begun : later
}

function begin(meetings: MeetingIndex, which: Which, now: number): Begun {
  const rest = agendaOf(meetings, which, now, systemZone())
  let rows: readonly AgendaRow[] = []
  for (;;) {
    const next = rest.next()
    if (next.done === true) return { which, rows, isWhole: true, rest }
    rows = next.value
    if (meetings.size > few) return { which, rows, isWhole: false, rest }
  }
}
