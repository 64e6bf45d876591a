import { useEffect, useState } from 'react'
import type { MeetingMade } from '../../../contract/meetings'
import { useClient } from '../../state/client'

/** What is known of a meeting: null until the answer is there, or where main could not give one. */
export function useMeeting(id: string): MeetingMade | null {
  const { bridge } = useClient()
  const [found, setFound] = useState<{ id: string; answer: MeetingMade } | null>(null)
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
  }, [bridge, id])
  return found?.id === id ? found.answer : null
}
