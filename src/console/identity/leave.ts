import { continueAddress } from '../routes/continue-to'
import { RequestFailed } from '../api/failure'

/**
 * Sends the browser on after a sign-in, as a fresh page: nothing of before stays.
 *
 * @param continueTo What the workspace answered.
 * @throws RequestFailed when that is no address to follow.
 */
export function leaveFor(continueTo: string): void {
  const address = continueAddress(continueTo, window.location.origin)
  if (address === null) throw new RequestFailed({ kind: 'unexpected' })
  window.location.replace(address)
}
