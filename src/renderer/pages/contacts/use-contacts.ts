import { useCallback, useEffect, useRef, useState } from 'react'
import type { ContactList } from '../../../contract/meetings'
import { useAppState, useClient } from '../../state/client'

/** How often presence is asked for while the page only stands there, in milliseconds. */
const every = 120_000

/**
 * The people of the company: what was known last at once, then what the workspace says. They are asked for again once whoever had
 * to sign in again has done so.
 *
 * @returns The list, null before the first answer; whether main could not answer; and the function that asks again.
 */
export function useContacts(): { list: ContactList | null; failed: boolean; refresh: () => void } {
  const { bridge } = useClient()
  const isSignedIn = useAppState(({ session }) => session.state === 'signed-in')
  const [list, setList] = useState<ContactList | null>(null)
  const [failed, setFailed] = useState(false)
  const question = useRef(0)

  const ask = useCallback(
    (why: 'opened' | 'waiting') => {
      const mine = ++question.current
      bridge.invoke('contacts.list', why).then(
        (answer) => {
          if (mine !== question.current) return
          setList(answer)
          setFailed(false)
        },
        () => {
          if (mine === question.current) setFailed(true)
        },
      )
    },
    [bridge],
  )

  useEffect(() => {
    const asked = question
    ask('opened')
    const timer = setInterval(() => ask('waiting'), every)
    const stop = bridge.on('contacts.changed', () => ask('waiting'))
    return () => {
      asked.current += 1
      clearInterval(timer)
      stop()
    }
  }, [ask, bridge, isSignedIn])

  return { list, failed, refresh: () => ask('opened') }
}
