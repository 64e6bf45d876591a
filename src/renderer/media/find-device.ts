import type { ChosenDevice } from '../../contract/settings'
import type { Device } from './devices'

/**
 * Finds the device that was chosen among those that are there. One that is plugged in elsewhere, or whose id the system made
 * anew, is known by its name, unless two have the same one.
 *
 * @returns The device, or null when it is not connected.
 */
export function findDevice(chosen: ChosenDevice, devices: readonly Device[]): Device | null {
  const same = devices.find(({ id }) => id === chosen.id)
  if (same !== undefined || chosen.label === '') return same ?? null
  const [named, another] = devices.filter(({ label }) => label === chosen.label)
  return named !== undefined && another === undefined ? named : null
}
