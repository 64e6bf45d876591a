import type { WorkspaceStatus } from '../../contract/app-state'
import { backOff } from './back-off'
import { readListening, stopMessage } from './messages'

/** A process of the workspace, however it was started. */
export interface WorkspaceProcess {
  onMessage(listener: (message: unknown) => void): void
  /** Called once, when it has ended, for whatever reason. */
  onExit(listener: () => void): void
  send(message: object): void
  /** Ends it at once (SIGKILL). */
  kill(): void
}

export interface WatchEffects {
  /** Starts the process; `port` is the wanted one, 0 for any. */
  fork: (options: { port: number }) => WorkspaceProcess
  /** The port of the last run, kept so that the workspace's address stays the same. */
  port: { get(): number | null; set(port: number): void }
  /** Milliseconds since the epoch. */
  now: () => number
  /** Runs something after some milliseconds; gives the function that prevents it. */
  setTimer: (run: () => void, milliseconds: number) => () => void
  onStatus: (status: WorkspaceStatus) => void
}

/** The embedded workspace, as long as the client runs. */
export interface WatchedWorkspace {
  /** Starts it, once, unless it runs already; belongs after the first paint. */
  start(): void
  /** Starts it again after it failed, or at once while it waits to be. */
  retry(): void
  status(): WorkspaceStatus
  /** Its address while it is ready, or null. */
  address(): string | null
  /** Its address, or while it is not ready the one that it had last and will most likely have again; else null. */
  lastAddress(): string | null
  /**
   * Waits for its address; where it was not started, it is.
   *
   * @param limit Milliseconds to wait at most.
   * @throws When it has failed, stops, or is not ready in time.
   */
  whenReady(limit: number): Promise<string>
  /** The same, as long as people wait for a page, without the address. Never rejects. */
  whenUp(): Promise<void>
  /** Stops it for good: it is asked to, and killed after 5 s. Never rejects. */
  stop(): Promise<void>
}

/** How the process is watched; all in milliseconds except the number of starts. */
const watchLimits = {
  pause: { first: 500, longest: 30_000 },
  /** A process that lived this long was healthy: its next failure counts as the first. */
  healthy: 60_000,
  /** A process that does not listen by then is killed. */
  listening: 30_000,
  stopping: 5_000,
  /** Failures in a row after which it counts as failed. */
  failures: 8,
  /** People wait for a page that long. */
  patience: 8_000,
} as const

/** Makes the watcher; nothing runs before `start`. */
export function watchWorkspace(effects: WatchEffects): WatchedWorkspace {
  let status: WorkspaceStatus = { state: 'stopped' }
  let running: WorkspaceProcess | null = null
  let failures = 0
  let cancelRestart: (() => void) | null = null
  let stopping: Promise<void> | null = null
  let ended: () => void = () => undefined
  const waiting = new Set<(address: string | null) => void>()

  const enter = (next: WorkspaceStatus): void => {
    status = next
    effects.onStatus(next)
    if (next.state !== 'ready' && next.state !== 'failed' && next.state !== 'stopped') return
    for (const tell of waiting) tell(next.state === 'ready' ? next.address : null)
    waiting.clear()
  }

  const launch = (): void => {
    const startedAt = effects.now()
    let child: WorkspaceProcess
    try {
      child = effects.fork({ port: effects.port.get() ?? 0 })
    } catch {
      fail(); return;
    }
    running = child
    const cancelLimit = effects.setTimer(() => child.kill(), watchLimits.listening)
    child.onMessage((message) => {
      const listening = readListening(message)
      if (listening === null || running !== child || stopping !== null) return
      cancelLimit()
      effects.port.set(listening.port)
      enter({ state: 'ready', address: listening.address })
    })
    child.onExit(() => {
      cancelLimit()
      if (running !== child) return
      running = null
      ended()
      if (stopping !== null) return
      if (effects.now() - startedAt >= watchLimits.healthy) failures = 0
      fail()
    })
  }

  const fail = (): void => {
    failures += 1
    if (failures >= watchLimits.failures) return enter({ state: 'failed' })
    cancelRestart = effects.setTimer(restart, backOff(failures, watchLimits.pause))
    enter({ state: 'restarting', attempt: failures })
  }

  const restart = (): void => {
    cancelRestart = null
    launch()
  }

  const shutDown = async (): Promise<void> => {
    cancelRestart?.()
    const child = running
    if (child !== null) {
      await new Promise<void>((resolve) => {
        const cancelKill = effects.setTimer(() => {
          child.kill()
          resolve()
        }, watchLimits.stopping)
        ended = () => {
          cancelKill()
          resolve()
        }
        child.send(stopMessage)
      })
    }
    enter({ state: 'stopped' })
  }

  const start = (): void => {
    if (status.state !== 'stopped' || stopping !== null) return
    enter({ state: 'starting' })
    launch()
  }

  const whenReady = (limit: number): Promise<string> =>
    new Promise((resolve, reject) => {
      if (status.state === 'ready') return resolve(status.address)
      if (status.state === 'failed' || stopping !== null) return reject(new Error('The workspace does not run'))
      const tell = (address: string | null): void => {
        cancelLimit()
        if (address === null) reject(new Error('The workspace does not run'))
        else resolve(address)
      }
      const cancelLimit = effects.setTimer(() => {
        waiting.delete(tell)
        reject(new Error('The workspace is not ready'))
      }, limit)
      waiting.add(tell)
      start()
    })

  return {
    start,
    retry: () => {
      const isWaiting = cancelRestart !== null
      if (stopping !== null || (status.state !== 'failed' && !isWaiting)) return
      cancelRestart?.()
      cancelRestart = null
      failures = 0
      enter({ state: 'starting' })
      launch()
    },
    status: () => status,
    address: () => (status.state === 'ready' ? status.address : null),
    lastAddress: () => {
      if (status.state === 'ready') return status.address
      const port = effects.port.get()
      return port === null ? null : `http://127.0.0.1:${String(port)}`
    },
    whenReady,
    whenUp: () => whenReady(watchLimits.patience).then(
      () => undefined,
      () => undefined,
    ),
    stop: () => (stopping ??= shutDown()),
  }
}
