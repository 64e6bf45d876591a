import { useCallback, useState } from 'react'
import type { SettingsChange } from '../../../contract/settings'
import { useClient } from '../../state/client'

/**
 * The way to change settings: main applies each change at once, and pushes it back.
 *
 * @returns Whether the last change failed, and the function that makes one.
 */
export function useChangeSettings(): [failed: boolean, change: (to: SettingsChange) => void] {
  const { bridge } = useClient()
  const [failed, setFailed] = useState(false)
  const change = useCallback(
    (to: SettingsChange) => {
      // A second failure is told anew.
      setFailed(false)
      bridge.invoke('settings.change', to).then(
        () => setFailed(false),
        () => setFailed(true),
      )
    },
    [bridge],
  )
  return [failed, change]
}
