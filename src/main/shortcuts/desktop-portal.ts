/** The session that Parley runs in, as its environment and command line tell. */
export interface DesktopSession {
  platform: NodeJS.Platform
  /** `XDG_SESSION_TYPE`. */
  sessionType: string | undefined
  /** What the command line asks for with `--ozone-platform`; empty for nothing. */
  ozonePlatform: string
}

/**
 * Whether keys that work everywhere come from the desktop's portal: on Wayland no program takes keys by itself. The desktop asks the person
 * once, and may give other keys (XDG Desktop Portal, `org.freedesktop.portal.GlobalShortcuts`).
 */
export function keysComeFromPortal({ platform, sessionType, ozonePlatform }: DesktopSession): boolean {
  return platform === 'linux' && sessionType === 'wayland' && ozonePlatform !== 'x11'
}

/** Chromium's names for the portal's keys, and for telling it which ones are wanted; some of its versions have them off. */
const features = ['GlobalShortcutsPortal', 'GlobalShortcutsPortalPreferredTrigger']

/**
 * Chromium's list of features with those of the portal. Chromium follows one list alone, so what was asked for before stays in it.
 *
 * @param asked The list of the command line, separated by commas; empty for none.
 */
export function withPortalKeys(asked: string): string {
  const before = asked.split(',').filter((name) => name !== '')
  return [...before, ...features.filter((name) => !before.includes(name))].join(',')
}
