import dbus from '@particle/dbus-next'
import { z } from 'zod'

/** An icon in the tray, as the desktop sees it. */
interface TrayIcon {
  /** The menu's texts, separators left out. */
  menu: () => Promise<string[]>
  /** Chooses an entry of the menu. */
  choose: (label: string) => Promise<void>
  /** A click on the icon itself. */
  activate: () => Promise<void>
}

/** The part of a desktop that shows icons in a tray (StatusNotifierItem, "The Host Interface"), without a screen. */
export interface TrayHost {
  icons: () => TrayIcon[]
  stop: () => void
}

const name = 'org.kde.StatusNotifierWatcher'
const itemInterface = 'org.kde.StatusNotifierItem'
const menuInterface = 'com.canonical.dbusmenu'

class Watcher extends dbus.interface.Interface {
  items: string[] = []
  IsStatusNotifierHostRegistered = true
  ProtocolVersion = 0

  get RegisteredStatusNotifierItems(): string[] {
    return this.items
  }

  RegisterStatusNotifierItem(service: string): void {
    this.items.push(service)
  }

  RegisterStatusNotifierHost(): void {
    // The only host is this one.
  }
}

Watcher.configureMembers({
  methods: {
    RegisterStatusNotifierItem: { inSignature: 's', outSignature: '' },
    RegisterStatusNotifierHost: { inSignature: 's', outSignature: '' },
  },
  properties: {
    IsStatusNotifierHostRegistered: { signature: 'b', access: 'read' },
    ProtocolVersion: { signature: 'i', access: 'read' },
    RegisteredStatusNotifierItems: { signature: 'as', access: 'read' },
  },
})

const textProperty = z.tuple([z.object({ value: z.string() })])
const entryProperties = z.object({ label: z.object({ value: z.string() }).optional() })
/** A menu as it goes over the bus: revision, and an entry of id, properties and the entries below (com.canonical.dbusmenu, GetLayout). */
const layoutSchema = z.tuple([
  z.number(),
  z.tuple([z.number(), z.unknown(), z.array(z.object({ value: z.tuple([z.number(), entryProperties, z.unknown()]) }))]),
])

/** Starts it on a desktop's message bus. */
export async function startTrayHost(busAddress: string): Promise<TrayHost> {
  const bus = dbus.sessionBus({ busAddress })
  const watcher = new Watcher(name)
  bus.export('/StatusNotifierWatcher', watcher)
  await bus.requestName(name, 0)

  const call = async (destination: string, path: string, of: string, member: string, signature: string, body: unknown[]): Promise<unknown[]> => {
    const answer: { body: unknown[] } | null = await bus.call(new dbus.Message({ destination, path, interface: of, member, signature, body }))
    return answer?.body ?? []
  }
  const iconOf = (service: string): TrayIcon => {
    const item = '/StatusNotifierItem'
    const entries = async (): Promise<{ path: string; entries: { id: number; label: string }[] }> => {
      const [{ value: path }] = textProperty.parse(await call(service, item, 'org.freedesktop.DBus.Properties', 'Get', 'ss', [itemInterface, 'Menu']))
      const [, [, , children]] = layoutSchema.parse(await call(service, path, menuInterface, 'GetLayout', 'iias', [0, -1, []]))
      // An underscore stands before the letter that chooses an entry.
      const labelled = children.map(({ value: [id, { label }] }) => ({ id, label: label?.value.replaceAll('_', '') ?? '' }))
      return { path, entries: labelled.filter(({ label }) => label !== '') }
    }
    return {
      menu: async () => (await entries()).entries.map(({ label }) => label),
      choose: async (label) => {
        const { path, entries: all } = await entries()
        const found = all.find((entry) => entry.label === label)
        if (found === undefined) throw new Error(`The menu has no ${label}: ${all.map((entry) => entry.label).join(', ')}`)
        await call(service, path, menuInterface, 'Event', 'isvu', [found.id, 'clicked', new dbus.Variant('s', ''), 0])
      },
      activate: async () => {
        await call(service, item, itemInterface, 'Activate', 'ii', [0, 0])
      },
    }
  }
  return { icons: () => watcher.items.map(iconOf), stop: () => bus.disconnect() }
}
