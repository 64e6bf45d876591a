/** What the page of a window does to somebody who wants it back. */
export interface PageMender {
  /** The page is gone: its process ended, or it could not be loaded. */
  gone(why: string): void
  /** The page answers nothing any more. */
  hangs(): void
  /** It answers again. */
  answers(): void
}

interface PageMenderOptions {
  /** Loads the page once more, as it was. */
  load: () => void
  /** Ends the process of a page that hangs; `gone` follows. */
  end: () => void
  quit: () => void
  /** Asks the person, in a dialog of the system: the page can show nothing. */
  ask: () => Promise<'reload' | 'quit'>
  /** Milliseconds since the epoch. */
  now: () => number
  setTimer: (run: () => void, milliseconds: number) => () => void
  log: (why: string) => void
}

/** A page that is gone twice within this time, in milliseconds, does not mend by loading it. */
const soon = 60_000
/** Chromium says that a page hangs after some seconds; it has this long to come back, in milliseconds. */
const patience = 20_000

/** Brings a page back that is gone: once by itself, and where that doesn't help as the person decides. */
export function mendPages({ load, end, quit, ask, now, setTimer, log }: PageMenderOptions): PageMender {
  let loadedAt: number | null = null
  let isAsking = false
  let cancelEnd: (() => void) | null = null

  const loadAgain = (): void => {
    loadedAt = now()
    load()
  }
  const answers = (): void => {
    cancelEnd?.()
    cancelEnd = null
  }
  return {
    gone: (why) => {
      answers()
      log(why)
      if (isAsking) return
      if (loadedAt === null || now() - loadedAt > soon) return loadAgain()
      isAsking = true
      ask()
        .then((answer) => (answer === 'quit' ? quit() : loadAgain()), quit)
        .finally(() => (isAsking = false))
    },
    hangs: () => {
      log('unresponsive')
      cancelEnd ??= setTimer(end, patience)
    },
    answers,
  }
}
