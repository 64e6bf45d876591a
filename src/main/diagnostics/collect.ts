import type { AppInfo, AppState } from '../../contract/app-state'
import type { Diagnostics } from '../../contract/diagnostics'
import { redact } from '../log/redact'

/** A file on the disk that diagnostics name but do not hold. */
export interface NamedFile {
  name: string
  /** Bytes. */
  size: number
  /** When it was last changed, ISO 8601. */
  changedAt: string
}

interface DiagnosticsSources {
  now: () => Date
  /** Absolute path of the home folder, which is written as `~`. */
  home: string
  info: () => AppInfo
  state: () => AppState
  /** What Chromium says of the graphics card. */
  graphics: () => Readonly<Record<string, string>>
  logs: () => readonly { name: string; text: string }[]
  crashReports: () => readonly NamedFile[]
}

/**
 * Collects what helps to find a problem: versions, settings, states, the log, and the names of crash reports. Who is
 * signed in is left out, and every text goes through the log's own filter.
 */
export function collectDiagnostics({ now, home, info, state, graphics, logs, crashReports }: DiagnosticsSources): Diagnostics {
  const { session, keychain, workspace, language, settings } = state()
  const about = {
    collectedAt: now().toISOString(),
    ...info(),
    language,
    session: session.state,
    connection: session.state === 'signed-in' ? session.connection : null,
    keychain,
    workspace: workspace.state,
    graphics: graphics(),
  }
  const json = (value: unknown): string => redact(`${JSON.stringify(value, null, 2)}\n`, home)
  return {
    files: [
      { name: 'about.json', text: json(about) },
      { name: 'settings.json', text: json(settings) },
      { name: 'crash-reports.json', text: json(crashReports()) },
      ...logs().map(({ name, text }) => ({ name, text: redact(text, home) })),
    ],
  }
}
