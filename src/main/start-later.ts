import type { RequestName } from '../contract/channel-names'

/** What the page asks by itself for its first screen, or ahead of what somebody may want; every other request is wanted. */
const firstScreenRequests: ReadonlySet<RequestName> = new Set<RequestName>([
  'state.get',
  'page.painted',
  'meetings.list',
  'meetings.upcoming',
  'workspace.prepare',
])

/** Work that waits until the first screen is there, so that the screen has the computer to itself. */
export interface LaterStart {
  /** The first screen is painted: the work follows soon. */
  painted(): void
  /** The page asks for something; where somebody wants it, the work is done at once. */
  heard(request: RequestName): void
}

interface LaterStartOptions {
  /** The work; it is done once. */
  work: () => void
  setTimer: (run: () => void, milliseconds: number) => () => void
}

/** How long the first screen may react undisturbed once it is painted, in milliseconds. */
const quiet = 150

/** A page that never says that it is painted (its window starts hidden) waits this long at most, in milliseconds. */
const patience = 3_000

/** Makes the start of work that must not disturb the first screen. The patience begins now. */
export function startLater({ work, setTimer }: LaterStartOptions): LaterStart {
  let done = false
  let isPainted = false
  let cancel = setTimer(() => now(), patience)
  const now = (): void => {
    if (done) return
    done = true
    cancel()
    work()
  }
  return {
    painted: () => {
      if (done || isPainted) return
      isPainted = true
      cancel()
      cancel = setTimer(now, quiet)
    },
    heard: (request) => {
      if (!firstScreenRequests.has(request)) now()
    },
  }
}
