import { useEffect, useState } from 'react'
import { devicesOf, type Devices } from './devices'

/**
 * The computer's cameras, microphones and loudspeakers, kept up to date while they are plugged in and out.
 *
 * @returns The devices, or null until they are known.
 */
export function useDevices(): Devices | null {
  const [devices, setDevices] = useState<Devices | null>(null)
  useEffect(() => {
    let shown = true
    const list = () => {
      navigator.mediaDevices.enumerateDevices().then(
        (found) => {
          if (shown) setDevices(devicesOf(found))
        },
        () => {
          if (shown) setDevices(devicesOf([]))
        },
      )
    }
    list()
    navigator.mediaDevices.addEventListener('devicechange', list)
    return () => {
      shown = false
      navigator.mediaDevices.removeEventListener('devicechange', list)
    }
  }, [])
  return devices
}
