import type { CrashReports, Diagnostics, DiagnosticsSaved } from '../../contract/diagnostics'
import type { NamedFile } from './collect'

/** The desk for diagnostics and crash reports. */
export interface DiagnosticsDesk {
  /** Collects anew; what is saved afterwards is exactly what this gave. */
  collect(): Diagnostics
  /** Asks where to, and writes the zip file whole or not at all. */
  save(): Promise<DiagnosticsSaved>
  crashReports(): CrashReports
  removeCrashReports(): CrashReports
}

interface DiagnosticsEffects {
  collect: () => Diagnostics
  /** Asks for a file to save to; null when the person thinks better of it. */
  askWhere: (suggestedName: string) => Promise<string | null>
  /** Writes a file whole or not at all. */
  writeFile: (path: string, content: Uint8Array) => Promise<void>
  /** Shows the saved file in its folder. */
  reveal: (path: string) => void
  /** Absolute path of the crash reports' folder. */
  crashFolder: () => string
  /** Whether new ones are sent. */
  isSending: () => boolean
  listCrashReports: () => readonly NamedFile[]
  removeCrashReports: () => void
  now: () => Date
  log: (what: string, error: unknown) => void
}

/** Opens the desk. Nothing is collected until it is asked for, and nothing leaves the computer. */
export function openDiagnostics(effects: DiagnosticsEffects): DiagnosticsDesk {
  let shown: Diagnostics | null = null
  const crashReports = (): CrashReports => {
    const reports = effects.listCrashReports()
    const size = reports.reduce((sum, one) => sum + one.size, 0)
    return { count: reports.length, size, folder: effects.crashFolder(), isSending: effects.isSending() }
  }
  const collect = (): Diagnostics => (shown = effects.collect())
  return {
    collect,
    save: async () => {
      const { files } = shown ?? collect()
      const path = await effects.askWhere(`parley-diagnostics-${effects.now().toISOString().slice(0, 10)}.zip`)
      if (path === null) return 'cancelled'
      try {
        await effects.writeFile(path, await zip(files))
      } catch (error) {
        effects.log('diagnostics', error)
        return 'failed'
      }
      effects.reveal(path)
      return 'saved'
    },
    crashReports,
    removeCrashReports: () => {
      effects.removeCrashReports()
      return crashReports()
    },
  }
}

async function zip(files: Diagnostics['files']): Promise<Uint8Array> {
  // The variant for Node asks for `require`, which a bundle of ES modules does not have.
  const { strToU8, zipSync } = await import('fflate/browser')
  return zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])))
}
