import { useCallback, useEffect, useState } from 'react'
import { mediaProblem, type MediaProblem } from './media-problem'

/** What comes of a camera or a microphone. */
export type Capture =
  | { readonly state: 'off' }
  | { readonly state: 'opening' }
  | { readonly state: 'on'; readonly stream: MediaStream }
  | { readonly state: 'failed'; readonly problem: MediaProblem }

const off: Capture = { state: 'off' }

function constraints(kind: 'camera' | 'microphone', deviceId: string | null): MediaStreamConstraints {
  const chosen = deviceId === null ? {} : { deviceId: { exact: deviceId } }
  if (kind === 'microphone') return { audio: chosen }
  return { video: { ...chosen, width: { ideal: 1280 }, height: { ideal: 720 } } }
}

function stop(stream: MediaStream) {
  for (const track of stream.getTracks()) track.stop()
}

/**
 * Uses a camera or a microphone for as long as the component is there and it is wanted. The device is let go of at
 * once when it is not: its light goes out.
 *
 * @param deviceId A certain device, or null for the system's own choice.
 * @returns What comes of it, and the function that tries again. A device that is plugged in is tried by itself.
 */
export function useCapture(kind: 'camera' | 'microphone', deviceId: string | null, wanted: boolean): [Capture, () => void] {
  const [capture, setCapture] = useState<Capture>(off)
  const [attempt, setAttempt] = useState(0)
  const again = useCallback(() => setAttempt((before) => before + 1), [])

  useEffect(() => {
    if (!wanted) return
    let current: MediaStream | null = null
    let released = false
    const open = async () => {
      setCapture({ state: 'opening' })
      try {
        const stream = await navigator.mediaDevices.getUserMedia(constraints(kind, deviceId))
        if (released) return stop(stream)
        current = stream
        for (const track of stream.getTracks()) {
          // It was plugged out, or the system took it away.
          track.addEventListener('ended', () => setCapture({ state: 'failed', problem: 'gone' }))
        }
        setCapture({ state: 'on', stream })
      } catch (error) {
        if (!released) setCapture({ state: 'failed', problem: mediaProblem(error, deviceId !== null) })
      }
    }
    void open()
    return () => {
      released = true
      if (current !== null) stop(current)
      setCapture(off)
    }
  }, [kind, deviceId, wanted, attempt])

  const hasFailed = capture.state === 'failed'
  useEffect(() => {
    if (!hasFailed) return
    navigator.mediaDevices.addEventListener('devicechange', again)
    return () => navigator.mediaDevices.removeEventListener('devicechange', again)
  }, [hasFailed, again])

  return [capture, again]
}
