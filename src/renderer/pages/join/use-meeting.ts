import { useEffect, useState } from 'react'
import type { MeetingFound } from '../../../contract/meetings'
import { useClient, useMeetings } from '../../state/client'

/**
 * What is known of a meeting: null until the answer is there, or where main could not give one; and the function that asks again. It is
 * asked for again whenever the list of meetings is another one, since somebody may have changed or deleted it.
 *
 * @param place The host that its link names, or null.
 */
export function useMeeting(id: string, place: string | null): [MeetingFound | null, () => void] {
  const { bridge } = useClient()
  const revision = useMeetings((state) => state.upcoming?.revision ?? null)
  const [found, setFound] = useState<{ id: string; place: string | null; answer: MeetingFound } | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let wanted = true
    bridge.invoke('meetings.find', { id, place }).then(
      (answer) => {
        if (wanted) setFound({ id, place, answer })
      },
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [bridge, id, place, attempt, revision])
  return [found?.id === id && found.place === place ? found.answer : null, () => setAttempt((before) => before + 1)]
}
