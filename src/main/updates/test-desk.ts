import type { Settings } from '../../contract/settings'
import type { UpdatesState } from '../../contract/updates'
import type { Release, Updater } from './updater'
import { openUpdates } from './updates-desk'

/** A release that this copy has not yet. */
export const newer: Release = { version: '0.2.0', size: 90_000_000 }

/** A desk over a world in which each thing can be said: the settings, a meeting, what the server has. */
export function desk(over: { mode?: Settings['general']['updates']; release?: Release | null; installs?: Updater['installs']; supported?: boolean } = {}) {
  const world = {
    mode: over.mode ?? 'automatic',
    release: over.release === undefined ? newer : over.release,
    isForbidden: false,
    inMeeting: false,
    installed: true,
    failure: null as Error | null,
    isSlow: false,
    breaks: null as 'find' | 'load' | null,
  }
  const states: UpdatesState[] = []
  const done: string[] = []
  const timers: { run: () => void; milliseconds: number }[] = []
  const fail = () => {
    if (world.failure !== null) throw world.failure
  }
  const updater: Updater = {
    check: () => {
      done.push('check')
      return world.failure === null ? Promise.resolve(world.release) : Promise.reject(world.failure)
    },
    download: async (onProgress, signal) => {
      done.push('download')
      onProgress(40)
      if (world.isSlow) await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))))
      fail()
    },
    installs: over.installs ?? 'at-the-end',
    install: () => {
      done.push('install')
      return world.installed
    },
  }
  const updates = openUpdates({
    find: () => {
      if (world.breaks === 'find') return Promise.reject(new Error('no such file'))
      const load = () => {
        done.push('load')
        return world.breaks === 'load' ? Promise.reject(new Error('no such module')) : Promise.resolve(updater)
      }
      return Promise.resolve(over.supported === false ? null : { asksForPassword: over.installs === 'while-running', load })
    },
    mode: () => world.mode,
    isForbidden: () => world.isForbidden,
    inMeeting: () => world.inMeeting,
    onState: (state) => states.push(state),
    tell: ({ version, isReady }) => done.push(`tell ${version} ${isReady ? 'ready' : 'available'}`),
    quit: () => done.push('quit'),
    relaunch: () => done.push('relaunch'),
    now: () => 1_000,
    setTimer: (run, milliseconds) => {
      const timer = { run, milliseconds }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), 1)
    },
    random: () => 0.5,
    log: () => undefined,
  })
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve))
  return {
    updates, world, done, states, timers, settle,
    last: () => states.at(-1)?.update,
    begin: async () => {
      updates.start()
      await settle()
    },
    look: async () => {
      const timer = timers.shift()
      timer?.run()
      await settle()
      return timer?.milliseconds
    },
  }
}
