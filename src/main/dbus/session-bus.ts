/** A call to a program on the message bus. */
interface BusCall {
  destination: string
  path: string
  interface: string
  member: string
  /** Types of the body, as the D-Bus specification writes them. */
  signature?: string
  body?: unknown[]
}

/** A connection to the message bus of this login (D-Bus specification, "Session message bus instance"). */
export interface SessionBus {
  /** Gives the body of the answer. @throws When the other program refuses, or is not there. */
  call(call: BusCall): Promise<readonly unknown[]>
  /** Hears the signals of an interface. */
  onSignal(name: string, listener: (member: string, body: readonly unknown[]) => void): Promise<void>
  /** A value of a type that the receiver leaves open (`v`). */
  variant(signature: string, value: unknown): unknown
  close(): void
}

const daemon = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', interface: 'org.freedesktop.DBus' } as const

/**
 * Connects to the message bus. The library is loaded here, on first use.
 *
 * @param onLost Runs when the connection breaks.
 * @throws When there is no bus.
 */
export async function connectSessionBus(onLost: () => void): Promise<SessionBus> {
  const { default: dbus } = await import('@particle/dbus-next')
  const bus = dbus.sessionBus()
  await new Promise<void>((resolve, reject) => {
    bus.once('connect', () => resolve())
    bus.on('error', (error: unknown) => {
      reject(error instanceof Error ? error : new Error(String(error)))
      onLost()
    })
  })
  const call = async (request: BusCall): Promise<readonly unknown[]> => {
    const answer = await bus.call(new dbus.Message(request))
    const body: readonly unknown[] = answer?.body ?? []
    return body
  }
  return {
    call,
    onSignal: async (name, listener) => {
      bus.on('message', (message) => {
        if (message.type === dbus.MessageType.SIGNAL && message.interface === name) listener(message.member, message.body)
      })
      await call({ ...daemon, member: 'AddMatch', signature: 's', body: [`type='signal',interface='${name}'`] })
    },
    variant: (signature, value) => new dbus.Variant(signature, value),
    close: () => bus.disconnect(),
  }
}
