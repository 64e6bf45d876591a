import { useCallback, useState } from 'react'
import type { ChosenDevice, DeviceKind } from '../../contract/settings'
import { useAppState, useClient } from '../state/client'
import type { Device, Devices } from './devices'
import { findDevice } from './find-device'

/** What was chosen among the devices of one kind, in whichever page. */
export interface DeviceSetting {
  readonly kind: DeviceKind
  readonly devices: readonly Device[]
  /** What was chosen, or null for the system's own choice. */
  readonly chosen: ChosenDevice | null
  /** Id of the device to use: the chosen one's, be it connected or not, or null for the system's own choice. */
  readonly id: string | null
  readonly isConnected: boolean
  /** The last choice could not be kept. */
  readonly failed: boolean
  readonly choose: (device: Device | null) => void
}

const lists = { camera: 'cameras', microphone: 'microphones', speaker: 'speakers' } as const

/**
 * The camera, microphone or loudspeaker that was chosen, kept in the settings.
 *
 * @param known The computer's devices, or null until they are known.
 */
export function useChosenDevice(kind: DeviceKind, known: Devices | null): DeviceSetting {
  const { bridge } = useClient()
  const chosen = useAppState((state) => state.settings.devices[kind])
  const [failed, setFailed] = useState(false)
  const devices = known?.[lists[kind]] ?? []
  const found = chosen === null ? null : findDevice(chosen, devices)
  const choose = useCallback(
    (device: Device | null) => {
      bridge.invoke('settings.change', { devices: { [kind]: device } }).then(
        () => setFailed(false),
        () => setFailed(true),
      )
    },
    [bridge, kind],
  )
  return { kind, devices, chosen, id: found?.id ?? chosen?.id ?? null, isConnected: chosen === null || known === null || found !== null, failed, choose }
}
