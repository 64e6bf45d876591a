/** Why a request was not carried out; the page has words for each. */
type RequestFailure = 'foreign-frame' | 'invalid-request' | 'failed'

/** What travels back to the preload script: an error's text never does. */
export type Envelope = { ok: true; value: unknown } | { ok: false; error: RequestFailure }
