import { useEffect, useState } from 'react'
import type { MeetingMade } from '../../../contract/meetings'
import { useClient } from '../../state/client'

/** What is known of a meeting: null until the answer is there, or where main could not give one; and the function that asks again. */
export function useMeeting(id: string): [MeetingMade | null, () => void] {
  const { bridge } = useClient()
  const [found, setFound] = useState<{ id: string; answer: MeetingMade } | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let wanted = true
    bridge.invoke('meetings.find', id).then(
      (answer) => {
        if (wanted) setFound({ id, answer })
      },
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [bridge, id, attempt])
  return [found?.id === id ? found.answer : null, () => setAttempt((before) => before + 1)]
}
