/**
 * Reads an answer that a person copied in the browser: the text of the workspace's page for that, or the whole address
 * of a page that could not be opened (`http://127.0.0.1:PORT/signed-in?code=…`).
 *
 * @param text As it was pasted; mail programs break lines, people leave blanks around it.
 * @returns The answer's parameters, or null when there is no code or error with a `state` (RFC 6749 §4.1.2). Nothing in
 * them is trusted yet.
 */
export function readPastedAnswer(text: string): URLSearchParams | null {
  const packed = text.replace(/\s+/g, '')
  const query = /[?#](.*)$/.exec(packed)?.[1] ?? packed
  const parameters = new URLSearchParams(query)
  const once = (name: string): boolean => parameters.getAll(name).length === 1 && parameters.get(name) !== ''
  return once('state') && (once('code') || once('error')) ? parameters : null
}
