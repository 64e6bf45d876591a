import { useEffect } from 'react'
import type { Bridge } from '../../contract/channels'
import { useAppState, useClient } from '../state/client'
import { hasAccount } from '../screens'
import { usePage } from './use-page'

/** The small window that stays above all others: only a meeting is ever shown in it. */
interface MiniWindow {
  isMini: boolean
  /** Makes the window small, or as it was; nothing where there is no meeting. */
  toggle: () => void
  leave: () => void
}

export function useMiniWindow(): MiniWindow {
  const { bridge } = useClient()
  const isMini = useAppState((state) => state.isMini)
  const mayBe = useMayBeMini()
  return {
    isMini: isMini && mayBe,
    toggle: () => {
      if (mayBe) setMini(bridge, !isMini)
    },
    leave: () => {
      if (isMini) setMini(bridge, false)
    },
  }
}

/** Makes the window as it was, once what it shows needs room: another page, the sign-in, a question of a proxy. */
export function useRoomForPages(): void {
  const { bridge } = useClient()
  const mayBe = useMayBeMini()
  const needsRoom = useAppState((state) => state.isMini) && !mayBe
  useEffect(() => {
    if (needsRoom) setMini(bridge, false)
  }, [bridge, needsRoom])
}

/** Main logs what went wrong; the window stays as it is, which one sees. */
function setMini(bridge: Bridge, isMini: boolean): void {
  bridge.invoke('window.setMini', isMini).catch(() => undefined)
}

function useMayBeMini(): boolean {
  const [destination] = usePage()
  const isFree = useAppState((state) => hasAccount(state.session) && state.network.question === null)
  return isFree && 'meeting' in destination
}
