import { noAnswer, RequestFailed } from './failure'

/**
 * Reads a picture that the workspace shows, as it is.
 *
 * @throws RequestFailed
 */
export async function fetchPicture(address: string): Promise<Blob> {
  const answer = await fetch(address, { credentials: 'same-origin' }).catch(() => null)
  if (answer === null) throw noAnswer()
  if (!answer.ok) throw new RequestFailed({ kind: 'unexpected' })
  return answer.blob()
}
