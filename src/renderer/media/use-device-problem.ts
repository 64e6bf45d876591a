import { useState } from 'react'
import type { MediaProblem } from './media-problem'
import type { Capture } from './use-capture'

/** Why a device can't be used, or null. What is told of it stays while the device is tried again, until it is known what comes of that. */
export function useDeviceProblem(capture: Capture): MediaProblem | null {
  const [told, setTold] = useState<MediaProblem | null>(null)
  if (capture.state === 'opening') return told
  const problem = capture.state === 'failed' ? capture.problem : null
  if (problem !== told) setTold(problem)
  return problem
}
