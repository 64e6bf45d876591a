import type { RunCommand } from '../secrets/secret-service'
import type { BusNotifications } from './bus-notifications'
import type { SystemNotifications } from './system-notifications'

/** How long `gsettings` may take to answer, in milliseconds. */
const patience = 2_000

/** Notifications of a Linux desktop. KDE tells on the bus that it holds them back, GNOME in its settings. */
export function linuxNotifications(bus: BusNotifications, run: RunCommand): SystemNotifications {
  return {
    show: (shown) =>
      bus.show(shown).then(
        () => true,
        () => false,
      ),
    doNotDisturb: async () => {
      const inhibited = await bus.isInhibited().catch(() => null)
      if (inhibited !== null) return inhibited ? 'on' : 'off'
      const answer = await run('gsettings', ['get', 'org.gnome.desktop.notifications', 'show-banners'], patience)
      if (answer.outcome !== 'ended' || answer.status !== 0) return 'unknown'
      return answer.output.trim() === 'false' ? 'on' : 'off'
    },
    close: () => bus.close(),
  }
}
