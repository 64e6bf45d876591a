import type { Settings } from '../../contract/settings'
import { noUpdates, type Update, type UpdateProblem, type UpdatesState } from '../../contract/updates'
import { UpdateError, type Release, type Updater } from './updater'

/** Updates of Parley itself. */
export interface UpdatesDesk {
  /** Begins to look by itself, where the settings want that. */
  start(): void
  /** Follows the settings, and the beginning and end of meetings. */
  apply(): void
  /** Looks now: somebody asked. */
  check(): Promise<void>
  download(): Promise<void>
  /** Installs what was fetched and starts Parley anew; does nothing during a meeting. */
  restart(): Promise<void>
  /** The last thing that the program does: installs what has to wait for its end. */
  atTheEnd(): void
}

/** How a copy of Parley is updated. */
interface UpdateWay {
  /** Whether the system asks for a password before it installs. */
  asksForPassword: boolean
  /** Loads what fetches releases; it is large. */
  load: () => Promise<Updater>
}

interface UpdatesDeskOptions {
  /** Finds out how this copy is updated; null where it isn't by itself. */
  find: () => Promise<UpdateWay | null>
  mode: () => Settings['general']['updates']
  /** Whether the administrator has decided that nothing is updated from here. */
  isForbidden: () => boolean
  inMeeting: () => boolean
  onState: (state: UpdatesState) => void
  /** A release was found that the person has to do something about. */
  tell: (release: { version: string; isReady: boolean }) => void
  quit: () => void
  /** Ends Parley and starts it again. */
  relaunch: () => void
  now: () => number
  setTimer: (run: () => void, milliseconds: number) => () => void
  /** From 0 to 1, so that not all computers ask at the same moment. */
  random: () => number
  log: (what: string, error: unknown) => void
}

const minutes = 60_000
/** The first look comes this long after the start, and up to as much later again. */
const firstLook = 2 * minutes
/** Then one comes after each of these, and up to a quarter later. */
const everyLook = 6 * 60 * minutes

/** Makes the desk. Nothing of the network, and no library, is touched before the first look. */
export function openUpdates(options: UpdatesDeskOptions): UpdatesDesk {
  const { mode, inMeeting, setTimer, random } = options
  let update: Update = noUpdates.update
  let way: Promise<UpdateWay | null> | null = null
  let asksForPassword = false
  let updater: Promise<Updater> | null = null
  let found: Release | null = null
  let cancelLook: (() => void) | null = null
  let isStarted = false
  let isBusy = false
  /** A system's package is installed, and Parley about to start anew: another click asks for no second password. */
  let isInstalled = false
  /** Stops what is being fetched, as a meeting begins. */
  let fetching: AbortController | null = null
  /** A meeting stopped what was being fetched: it goes on after it, whoever asked for it. */
  let isStopped = false
  let installAtTheEnd: (() => void) | null = null
  let shown = JSON.stringify(noUpdates)

  const show = (next: Update): void => {
    update = next
    tellState()
  }
  const tellState = (): void => {
    const state: UpdatesState = { update, isHeld: inMeeting(), asksForPassword }
    const text = JSON.stringify(state)
    if (text === shown) return
    shown = text
    options.onState(state)
  }
  const fail = (during: 'check' | 'download' | 'install', error: unknown): void => {
    options.log(`update ${during}`, error)
    show({ state: 'failed', problem: problemOf(error), during })
  }

  /** How this copy is updated; that it isn't is told. */
  const findWay = async (): Promise<UpdateWay | null> => {
    // What failed once may work the next time.
    way ??= options.find().catch((error: unknown) => {
      way = null
      throw error
    })
    const found = await way
    asksForPassword = found?.asksForPassword ?? false
    if (found === null) show({ state: 'unsupported' })
    else if (update.state === 'unsupported') show({ state: 'none', checkedAt: null })
    return found
  }

  const load = (known: UpdateWay): Promise<Updater> =>
    (updater ??= known.load().catch((error: unknown) => {
      updater = null
      throw error
    }))

  const check = async (): Promise<void> => {
    if (options.isForbidden() || isBusy || update.state === 'ready') return
    isBusy = true
    const before = update
    found = null
    try {
      const known = await findWay()
      if (known === null) return
      show({ state: 'checking' })
      found = await (await load(known)).check()
      show(found === null ? { state: 'none', checkedAt: options.now() } : { state: 'available', ...found })
      // Whoever only wants to be told is told once of each release.
      if (found !== null && mode() !== 'automatic' && !isSame(before, found)) options.tell({ version: found.version, isReady: false })
    } catch (error) {
      fail('check', error)
    } finally {
      isBusy = false
    }
    if (mode() === 'automatic' && found !== null) await download()
  }

  const download = async (): Promise<void> => {
    const release = found
    if (release === null || options.isForbidden() || isBusy || inMeeting()) return
    if (update.state !== 'available' && update.state !== 'failed') return
    isBusy = true
    isStopped = false
    const { signal } = (fetching = new AbortController())
    show({ state: 'downloading', ...release, percent: 0 })
    try {
      const progress = (percent: number): void => (signal.aborted ? undefined : show({ state: 'downloading', ...release, percent }))
      await (await updater)?.download(progress, signal)
      show({ state: 'ready', version: release.version })
      options.tell({ version: release.version, isReady: true })
    } catch (error) {
      isStopped = signal.aborted
      if (isStopped) show({ state: 'available', ...release })
      else fail('download', error)
    } finally {
      isBusy = false
      fetching = null
    }
    // The meeting may be over before the stop is.
    goOn()
  }

  /** Fetches what waited for the end of a meeting, or for the person's leave. */
  const goOn = (): void => {
    if (isStarted && (isStopped || mode() === 'automatic') && update.state === 'available') void download()
  }

  const look = (): void => {
    cancelLook = null
    plan(everyLook * (1 + random() / 4))
    if (mode() !== 'never' && !inMeeting()) void check()
  }
  const plan = (milliseconds: number): void => {
    cancelLook?.()
    cancelLook = setTimer(look, milliseconds)
  }

  return {
    start: () => {
      isStarted = true
      findWay().then(
        (known) => known !== null && plan(firstLook * (1 + random())),
        (error: unknown) => {
          options.log('update', error)
          plan(firstLook * (1 + random()))
        },
      )
    },
    apply: () => {
      tellState()
      if (inMeeting()) fetching?.abort()
      goOn()
    },
    check,
    download,
    restart: async () => {
      const loaded = await updater
      if (loaded === null || update.state !== 'ready' || inMeeting() || options.isForbidden()) return
      if (loaded.installs === 'at-the-end') {
        installAtTheEnd = () => void loaded.install()
        options.quit()
      } else if (!isInstalled) {
        isInstalled = loaded.install()
        if (isInstalled) options.relaunch()
        else fail('install', new UpdateError('install', null))
      }
    },
    atTheEnd: () => installAtTheEnd?.(),
  }
}

function isSame(update: Update, release: Release): boolean {
  return update.state === 'available' && update.version === release.version
}

function problemOf(error: unknown): UpdateProblem {
  return error instanceof UpdateError ? error.problem : 'server'
}
