import type { Log } from './log'

/** What of Node's process tells of failures that nobody has taken. */
interface FailingProcess {
  on(event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void): unknown
  stderr: { on(event: 'error', listener: () => void): unknown }
}

/**
 * Notes failures that nobody has taken, each a mistake in main. Without a listener, Electron shows a dialog with a stack, which tells
 * people nothing that they could act on; what was under way is lost either way.
 */
export function noteUncaught(process: FailingProcess, log: Pick<Log, 'error'>): void {
  // A terminal that was closed takes nothing any more; to write that down there would fail again, and again.
  process.stderr.on('error', () => undefined)
  process.on('uncaughtException', (error) => log.error('uncaught', error))
  process.on('unhandledRejection', (error) => log.error('unhandled', error))
}
