import { useCallback, useEffect, useRef, useState } from 'react'
import type { MeetingFound } from '../../../contract/meetings'
import { useClient, useMeetings } from '../../state/client'

/**
 * What is known of a meeting: null until the answer is there, or where main could not give one; and the function that asks again. It is
 * asked for again whenever the list of meetings is another one, since somebody may have changed or deleted it.
 *
 * @param place The host that its link names, or null.
 */
export function useMeeting(id: string, place: string | null): [MeetingFound | null, () => Promise<void>] {
  const { bridge } = useClient()
  const revision = useMeetings((state) => state.upcoming?.revision ?? null)
  const [found, setFound] = useState<{ id: string; place: string | null; answer: MeetingFound } | null>(null)
  const question = useRef(0)
  const ask = useCallback(async () => {
    const mine = ++question.current
    const answer = await bridge.invoke('meetings.find', { id, place }).catch(() => null)
    if (answer !== null && mine === question.current) setFound({ id, place, answer })
  }, [bridge, id, place])
  useEffect(() => void ask(), [ask, revision])
  return [found?.id === id && found.place === place ? found.answer : null, ask]
}
