import { describeError, type Log } from '../log'

export interface MailMessage {
  readonly to: string
  readonly subject: string
  /** Plain text. */
  readonly text: string
}

/** How an operator has mail sent. */
export interface MailOptions {
  /** `smtp://` (with STARTTLS where the server offers it) or `smtps://`, with name and password where it wants them. */
  readonly server: string
  /** The sender: `meet@example.com`, or `Parley <meet@example.com>`. */
  readonly from: string
}

export interface Mail {
  /** @throws When the server does not take it. */
  send(message: MailMessage): Promise<void>
  /** Sends while the request is answered, so that an answer's time tells nothing of whether there was something to send. */
  sendLater(message: MailMessage): void
  /** Ends its connections. */
  close(): void
}

/** How long a server may take to answer, milliseconds. */
const patience = 10_000

/** Sends mail through an SMTP server. The library is loaded with the first message; messages wait for one another. */
export function createMail({ server, from }: MailOptions, log: Log): Mail {
  let connecting: Promise<{ send: (message: MailMessage) => Promise<void>; close: () => void }> | null = null
  const connect = async () => {
    const { createTransport } = await import('nodemailer')
    const url = new URL(server)
    const transport = createTransport({
      host: url.hostname.replace(/^\[|\]$/g, ''),
      ...(url.port === '' ? {} : { port: Number(url.port) }),
      secure: url.protocol === 'smtps:',
      pool: true,
      maxConnections: 2,
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
      // What is sent here is text of Parley's own: nothing is read from files or fetched from addresses.
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(url.username === ''
        ? {}
        : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    })
    return {
      send: async ({ to, subject, text }: MailMessage) => {
        // An object, so that no name or comma in an address makes a second recipient of it.
        await transport.sendMail({ from, to: { name: '', address: to }, subject, text })
      },
      close: () => transport.close(),
    }
  }
  const send = async (message: MailMessage) => {
    connecting ??= connect()
    await (await connecting).send(message)
  }
  return {
    send,
    sendLater: (message) => {
      send(message).catch((error: unknown) => log('mail-failed', { problem: describeError(error) }))
    },
    close: () => {
      connecting?.then(({ close }) => close()).catch(() => undefined)
    },
  }
}
