import type { MailState } from '../../contract/mail-states'

/** Milliseconds after which to look how mails stand: soon for what is just being sent, at leisure for what waits for a server; never for nothing. */
export function lookAgain(mails: readonly (MailState | null)[]): number | false {
  const waiting = mails.filter((mail) => mail?.state === 'waiting')
  if (waiting.length === 0) return false
  return waiting.some((mail) => mail?.problem === null) ? 2_000 : 30_000
}
