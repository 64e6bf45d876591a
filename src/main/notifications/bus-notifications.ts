import { z } from 'zod'
import type { SessionBus } from '../dbus/session-bus'
import { desktopId } from '../window/desktop-entry'
import type { Shown } from './notifications-desk'

/** Desktop Notifications Specification 1.2. */
const server = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
} as const
const capabilitiesSchema = z.tuple([z.array(z.string())])
const idSchema = z.tuple([z.int()])
const chosenSchema = z.tuple([z.int(), z.string()])
const closedSchema = z.tuple([z.int(), z.int()])
const flagSchema = z.tuple([z.object({ value: z.boolean() })])

interface BusNotificationsEffects {
  connect: (onLost: () => void) => Promise<SessionBus>
  /** Words for choosing a notification itself, which some desktops show. */
  openWord: () => string
  /** The name of Parley's picture in the desktop's themes. */
  picture: string
}

/** Notifications of a desktop with a message bus. */
export interface BusNotifications {
  /** @throws When nothing on the bus shows notifications. */
  show(shown: Shown): Promise<void>
  /** Whether the desktop holds notifications back; null where it does not tell. @throws As `show`. */
  isInhibited(): Promise<boolean | null>
  close(): void
}

/**
 * Shows notifications over the message bus itself: Electron's own on Linux have no buttons. The desktop decides on sounds and
 * whether it shows them at all, so that its *Do not disturb* holds.
 */
export function openBusNotifications({ connect, openWord, picture }: BusNotificationsEffects): BusNotifications {
  const waiting = new Map<number, () => void>()
  let connection: Promise<{ bus: SessionBus; capabilities: readonly string[] }> | null = null

  const open = async () => {
    const bus = await connect(() => (connection = null))
    await bus.onSignal(server.interface, (member, body) => {
      if (member === 'ActionInvoked') {
        const parsed = chosenSchema.safeParse(body)
        if (parsed.success) waiting.get(parsed.data[0])?.()
      }
      if (member === 'NotificationClosed') {
        const parsed = closedSchema.safeParse(body)
        if (parsed.success) waiting.delete(parsed.data[0])
      }
    })
    const [capabilities] = capabilitiesSchema.parse(await bus.call({ ...server, member: 'GetCapabilities' }))
    return { bus, capabilities }
  }
  const connected = () =>
    (connection ??= open().catch((error: unknown) => {
      connection = null
      throw error
    }))

  return {
    show: async ({ title, body, action, onChosen }) => {
      const { bus, capabilities } = await connected()
      const text = capabilities.includes('body-markup') ? escaped(body) : body
      const buttons = action === null ? [] : ['join', action]
      const actions = capabilities.includes('actions') ? ['default', openWord(), ...buttons] : []
      const hints = { 'desktop-entry': bus.variant('s', desktopId), category: bus.variant('s', 'im.received') }
      const answer = await bus.call({ ...server, member: 'Notify', signature: 'susssasa{sv}i', body: ['Parley', 0, picture, title, text, actions, hints, -1] })
      const [id] = idSchema.parse(answer)
      waiting.set(id, () => {
        waiting.delete(id)
        onChosen()
      })
    },
    isInhibited: async () => {
      const { bus } = await connected()
      const properties = { ...server, interface: 'org.freedesktop.DBus.Properties', member: 'Get' }
      const answer = await bus.call({ ...properties, signature: 'ss', body: [server.interface, 'Inhibited'] }).catch(() => null)
      const parsed = flagSchema.safeParse(answer)
      return parsed.success ? parsed.data[0].value : null
    },
    close: () => {
      void connection?.then(({ bus }) => bus.close()).catch(() => undefined)
    },
  }
}

/** The body may hold markup; what people write is none. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
