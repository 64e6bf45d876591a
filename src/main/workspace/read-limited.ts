/**
 * Reads an answer's body as text, up to a size.
 *
 * @param limit Bytes.
 * @param heard Runs for every part that comes.
 * @returns The text, or null when it is longer, in which case the rest is not fetched.
 */
export async function readLimited(response: Response, limit: number, heard: () => void = () => undefined): Promise<string | null> {
  if (response.body === null) return ''
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const chunk of response.body) {
    heard()
    size += chunk.byteLength
    // Leaving the loop cancels the stream.
    if (size > limit) return null
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
