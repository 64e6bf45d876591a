import dbus from '@particle/dbus-next'

/** A notification as it reached the desktop. */
interface SeenNotification {
  id: number
  title: string
  body: string
  /** Keys and words by turns. */
  actions: string[]
}

/** The part of a desktop that shows notifications (Desktop Notifications Specification 1.2), without a screen. */
export interface NotificationServer {
  seen: SeenNotification[]
  /** Chooses a button of a notification; `default` is the notification itself. */
  choose: (id: number, action: string) => void
  stop: () => void
}

const name = 'org.freedesktop.Notifications'

class Notifications extends dbus.interface.Interface {
  seen: SeenNotification[] = []

  GetCapabilities(): string[] {
    return ['actions', 'body', 'body-markup']
  }

  GetServerInformation(): string[] {
    return ['stand-in', 'parley', '1', '1.2']
  }

  Notify(_program: string, _replaces: number, _icon: string, title: string, body: string, actions: string[]): number {
    const id = this.seen.length + 1
    this.seen.push({ id, title, body, actions })
    return id
  }

  ActionInvoked(id: number, action: string): [number, string] {
    return [id, action]
  }
}

Notifications.configureMembers({
  methods: {
    GetCapabilities: { inSignature: '', outSignature: 'as' },
    GetServerInformation: { inSignature: '', outSignature: 'ssss' },
    Notify: { inSignature: 'susssasa{sv}i', outSignature: 'u' },
  },
  signals: { ActionInvoked: { signature: 'us' } },
})

/** Starts it on a desktop's message bus. */
export async function startNotificationServer(busAddress: string): Promise<NotificationServer> {
  const bus = dbus.sessionBus({ busAddress })
  const server = new Notifications(name)
  bus.export('/org/freedesktop/Notifications', server)
  await bus.requestName(name, 0)
  return {
    seen: server.seen,
    choose: (id, action) => void server.ActionInvoked(id, action),
    stop: () => bus.disconnect(),
  }
}
