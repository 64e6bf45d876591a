/** What the end of a sign-in brought, as far as its page shows it. */
export type Answer =
  /** The text to be pasted into the app. */
  | { readonly kind: 'code'; readonly text: string }
  /** The workspace or the person said no (RFC 6749 §4.1.2.1). */
  | { readonly kind: 'refused' }
  /** Somebody came here by themselves. */
  | { readonly kind: 'nothing' }

/**
 * Reads the answer to an authorization request (RFC 6749 §4.1.2). The app checks all of it; here it is only shown.
 *
 * @param search The page's query.
 */
export function readAnswer(search: string): Answer {
  const query = new URLSearchParams(search)
  if (query.has('error')) return { kind: 'refused' }
  const shown = new URLSearchParams()
  for (const name of ['code', 'state', 'iss']) {
    const value = query.get(name)
    if (value !== null) shown.set(name, value)
  }
  return shown.has('code') && shown.has('state') ? { kind: 'code', text: shown.toString() } : { kind: 'nothing' }
}
