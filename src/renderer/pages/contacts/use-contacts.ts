import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Contact } from '../../../contract/contact'
import type { Whole } from '../../../contract/pieces'
import { useAppState, useClient } from '../../state/client'

/** How often presence is asked for while the page only stands there, in milliseconds. */
const every = 120_000

/**
 * The people of the company: what was known last at once, then what the workspace says. They are asked for again once whoever had
 * to sign in again has done so.
 *
 * @returns The list, null before the first answer; whether main could not answer; and the function that asks again.
 */
export function useContacts(): { list: Whole<Contact> | null; failed: boolean; refresh: () => Promise<void> } {
  const { bridge, contacts } = useClient()
  const isSignedIn = useAppState(({ session }) => session.state === 'signed-in')
  const { list, failed, ask } = useStore(contacts)

  useEffect(() => {
    void ask('opened')
    const timer = setInterval(() => void ask('waiting'), every)
    const stop = bridge.on('contacts.changed', () => void ask('waiting'))
    return () => {
      clearInterval(timer)
      stop()
    }
  }, [ask, bridge, isSignedIn])

  return { list, failed, refresh: () => ask('opened') }
}
