import { SMTPServer } from 'smtp-server'

interface ReceivedMail {
  readonly to: string
  /** The whole message, its lines as they were sent, quoted-printable undone. */
  readonly content: string
}

export interface MailServer {
  /** `smtp://…`, with the name and the password that it wants. */
  readonly address: string
  /** Gives the next message to an address, now or once it comes. */
  next(to: string): Promise<ReceivedMail>
  readonly received: readonly ReceivedMail[]
  /** What it answers to whoever sends to an address (RFC 5321 §4.2.1), where it does not take everything. */
  readonly refused: Map<string, 450 | 550>
  /** Addresses whose messages it takes without ever saying so. */
  readonly unanswered: Set<string>
  stop(): Promise<void>
}

/** A real SMTP server on a port of this computer, which wants a password. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const given = new Set<ReceivedMail>()
  const waiting = new Set<() => void>()
  const refused = new Map<string, 450 | 550>()
  const unanswered = new Set<string>()
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    // Whoever still holds a connection as a test ends is not waited for.
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, callback) => {
      if (username === 'parley' && password === 'p@ss word') callback(null, { user: username })
      else callback(new Error('wrong password'))
    },
    onRcptTo: ({ address }, _session, callback) => {
      const responseCode = refused.get(address)
      callback(responseCode === undefined ? null : Object.assign(new Error('no mail for them'), { responseCode }))
    },
    onData: (stream, session, callback) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const content = unquoted(Buffer.concat(parts).toString('latin1'))
        for (const { address } of session.envelope.rcptTo) received.push({ to: address, content })
        if (!session.envelope.rcptTo.some(({ address }) => unanswered.has(address))) callback()
        for (const wake of waiting) wake()
      })
    },
  })
  // Who is killed while it sends breaks its connection off.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The mail server has no port')
  return {
    address: `smtp://parley:${encodeURIComponent('p@ss word')}@127.0.0.1:${String(bound.port)}`,
    received,
    refused,
    unanswered,
    next: async (to) => {
      for (;;) {
        const found = received.find((mail) => mail.to === to && !given.has(mail))
        if (found !== undefined) {
          given.add(found)
          return found
        }
        await new Promise<void>((resolve) => {
          const wake = () => {
            waiting.delete(wake)
            resolve()
          }
          waiting.add(wake)
        })
      }
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Undoes quoted-printable (RFC 2045 §6.7), as UTF-8. */
function unquoted(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
