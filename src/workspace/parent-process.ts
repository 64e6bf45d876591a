import { z } from 'zod'

/** What the workspace tells whoever started it. */
type Announcement = {
  readonly event: 'listening'
  readonly address: string
  /** Once, when sample data was filled in. */
  readonly sampleAdministrator?: { readonly email: string; readonly password: string }
}

const stopMessageSchema = z.object({ event: z.literal('stop') })

/** The message port of a utility process, as far as it is used here; a plain Node process has none. */
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: { data: unknown }) => void): unknown
}

export interface ParentProcess {
  announce(announcement: Announcement): void
  /** Calls back once, when the parent or the operating system asks for the end. */
  onStop(stop: () => void): void
}

/** What this process has to reach its parent by. */
export interface ParentConnection {
  /** A utility process's message port; anything else in a plain Node process. */
  readonly parentPort: unknown
  /** Writes to standard output. */
  readonly write: (line: string) => void
  /** Calls back when the operating system asks for the end. */
  readonly onSignal: (stop: () => void) => void
}

/** Connects with whoever started this process: over its message port where it has one, else over standard output. */
export function connectParent({ parentPort, write, onSignal }: ParentConnection): ParentProcess {
  const parent = isParentPort(parentPort) ? parentPort : null
  return {
    announce: (announcement) => {
      if (parent === null) write(`${JSON.stringify(announcement)}\n`)
      else parent.postMessage(announcement)
    },
    onStop: (stop) => {
      let stopped = false
      const stopOnce = () => {
        if (stopped) return
        stopped = true
        stop()
      }
      onSignal(stopOnce)
      parent?.on('message', (message) => {
        if (stopMessageSchema.safeParse(message.data).success) stopOnce()
      })
    },
  }
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value
}
