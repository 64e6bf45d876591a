export interface MailMessage {
  readonly to: string
  readonly subject: string
  /** Plain text. */
  readonly text: string
  /** Names this message among all, so that mail programs know one that comes twice; drawn where it is left out. */
  readonly id?: string
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
  /**
   * Ends its connections.
   *
   * @param isAtOnce Does not wait for messages that are being sent.
   */
  close(isAtOnce?: boolean): void
}

/** How long a server may take until it greets, milliseconds. */
const patience = 10_000

/** How long it may take for an answer then, milliseconds: it may look at a message before it takes it (RFC 5321 §4.5.3.2). */
const patienceForAnswers = 60_000

/** Sends mail through an SMTP server. The library is loaded with the first message; messages wait for one another. */
export function createMail({ server, from }: MailOptions): Mail {
  let connecting: Promise<{ send: (message: MailMessage) => Promise<void>; close: (isAtOnce: boolean) => void }> | null = null
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
      socketTimeout: patienceForAnswers,
      // What is sent here is text of Parley's own: nothing is read from files or fetched from addresses.
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(url.username === ''
        ? {}
        : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    })
    return {
      send: async ({ to, subject, text, id }: MailMessage) => {
        const messageId = id === undefined ? {} : { messageId: `<${id}@${new URL(server).hostname}>` }
        // An object, so that no name or comma in an address makes a second recipient of it.
        await transport.sendMail({ from, to: { name: '', address: to }, subject, text, ...messageId })
      },
      close: (isAtOnce: boolean) => transport.close({ force: isAtOnce }),
    }
  }
  const send = async (message: MailMessage) => {
    connecting ??= connect()
    await (await connecting).send(message)
  }
  return {
    send,
    close: (isAtOnce = false) => {
      connecting?.then(({ close }) => close(isAtOnce)).catch(() => undefined)
    },
  }
}
