import { z } from 'zod'
import type { Mail, MailMessage } from './mail'

/**
 * What came of handing a message over: the server does not take mail to this address, or not now, or takes no mail of ours at all at
 * the moment; `lost`, the connection ended with no answer, so that the server may have it all the same (RFC 1047).
 */
export type Delivery =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'not-now' | 'no-server' | 'lost'; readonly problem: string }

/** What the mail library says of a failure: its own name for it, the server's answer (RFC 5321 §4.2), and to which command. */
const failureSchema = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  command: z.string().optional(),
  timeoutType: z.string().optional(),
  originalCode: z.string().optional(),
})
type Failure = z.output<typeof failureSchema>

/** Hands one message to the mail server, and tells failures apart. What it says of them names nobody. */
export async function deliver(mail: Mail, message: MailMessage): Promise<Delivery> {
  try {
    await mail.send(message)
    return { outcome: 'sent' }
  } catch (error) {
    return nameOf(failureSchema.catch({}).parse(error))
  }
}

function nameOf(failure: Failure): Delivery {
  const { code, responseCode, command } = failure
  const problem = [code, command, responseCode].filter((part) => part !== undefined).join(' ')
  // What the library itself does not take for an address is sent to no server.
  if (code === 'EENVELOPE' && command === 'API') return { outcome: 'refused' }
  if (command === 'RCPT TO') return (responseCode ?? 0) >= 500 ? { outcome: 'refused' } : { outcome: 'not-now', problem }
  if (command === 'DATA') return { outcome: 'not-now', problem }
  return { outcome: endedUnanswered(failure) ? 'lost' : 'no-server', problem }
}

/** Whether a connection that was there ended while the server owed an answer: perhaps the one to the whole message. */
function endedUnanswered({ code, responseCode, timeoutType, originalCode }: Failure): boolean {
  if (responseCode !== undefined) return false
  return code === 'ECONNECTION' || timeoutType === 'SOCKET_TIMEOUT' || originalCode === 'ECONNRESET' || originalCode === 'EPIPE'
}
