/** Why a camera or a microphone can't be used, each with words of its own. */
export type MediaProblem =
  | 'denied' // the system, or Parley's own policy, does not allow it
  | 'none' // there is no such device
  | 'in-use' // another program has it, or it does not answer
  | 'gone' // the chosen one was taken away
  | 'other'

/**
 * What an error of `getUserMedia` means for people (Media Capture and Streams §10.3).
 *
 * @param error What was thrown.
 * @param isChosen True when a certain device was asked for.
 */
export function mediaProblem(error: unknown, isChosen: boolean): MediaProblem {
  const name = error instanceof Error ? error.name : ''
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied'
    case 'NotFoundError':
      return isChosen ? 'gone' : 'none'
    case 'OverconstrainedError':
      return 'gone'
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use'
    default:
      return 'other'
  }
}
