import { plainStart, readCommandLine, type CommandLine } from '../command-line/command-line'
import { readLink, type LinkRequest } from './deep-links'

/** What of Electron's `app` tells of other starts. */
interface StartingApp {
  on(event: 'second-instance', listener: (event: unknown, args: string[], folder: string, handedOver: unknown) => void): unknown
  on(event: 'open-url', listener: (event: { preventDefault: () => void }, address: string) => void): unknown
}

/** Starts of Parley beside this one, from the very first moment on: what comes before anybody follows them waits. */
export interface LaterStarts {
  /** The link that this start itself is about, which macOS hands over before Electron is ready; null for none. */
  takeLink(): LinkRequest | null
  /** Follows what has come, and what comes. */
  follow(listener: (line: CommandLine) => void): void
}

/** Hears of them: a second start hands its command line over, macOS sends an event with a link. */
export function hearStarts(app: StartingApp): LaterStarts {
  const waiting: { line: CommandLine; isLink: boolean }[] = []
  let follower: ((line: CommandLine) => void) | null = null
  const hear = (line: CommandLine, isLink: boolean): void => {
    if (follower === null) waiting.push({ line, isLink })
    else follower(line)
  }
  app.on('second-instance', (_event, args, _folder, handedOver) => {
    // Its arguments as they were given: Chromium's own list of them has another order.
    hear(readCommandLine(givenArguments(handedOver) ?? args.slice(1)), false)
  })
  app.on('open-url', (event, address) => {
    event.preventDefault()
    hear({ ...plainStart, link: readLink(address) }, true)
  })
  return {
    takeLink: () => {
      const at = waiting.findIndex(({ isLink }) => isLink)
      const [taken] = at === -1 ? [] : waiting.splice(at, 1)
      return taken?.line.link ?? null
    },
    follow: (listener) => {
      follower = listener
      for (const { line } of waiting.splice(0)) listener(line)
    },
  }
}

/** The arguments that a second start handed over. It may be another version of Parley. */
function givenArguments(handedOver: unknown): string[] | null {
  if (typeof handedOver !== 'object' || handedOver === null || !('args' in handedOver) || !Array.isArray(handedOver.args)) return null
  const args: unknown[] = handedOver.args
  return args.every((each) => typeof each === 'string') ? args : null
}
