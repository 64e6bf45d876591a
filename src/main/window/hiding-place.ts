import type { HidingPlace } from '../../contract/app-state'
import type { RunCommand } from '../secrets/secret-service'

/** How long the desktop may take to answer, in milliseconds. */
const patience = 2_000

interface HidingPlaceEffects {
  platform: NodeJS.Platform
  run: RunCommand
}

/**
 * Where Parley can stay without a window. Windows always has a tray and macOS a Dock; on Linux a tray is there only
 * where something shows it (StatusNotifierItem, "The Host Interface").
 */
export async function findHidingPlace({ platform, run }: HidingPlaceEffects): Promise<HidingPlace> {
  if (platform === 'darwin') return 'dock'
  if (platform !== 'linux') return 'tray'
  const watcher = 'org.kde.StatusNotifierWatcher'
  const question = ['org.freedesktop.DBus.Properties.Get', `string:${watcher}`, 'string:IsStatusNotifierHostRegistered']
  const answer = await run('dbus-send', ['--session', '--print-reply=literal', `--dest=${watcher}`, '/StatusNotifierWatcher', ...question], patience)
  return answer.outcome === 'ended' && answer.status === 0 && /\btrue\b/.test(answer.output) ? 'tray' : 'nowhere'
}
