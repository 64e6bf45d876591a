import type { UpdateProblem } from '../../contract/updates'

/** A newer release. */
export interface Release {
  version: string
  /** Bytes, or null where the server doesn't say. */
  size: number | null
}

/** What fetches and installs releases. Its promises reject with an `UpdateError`. */
export interface Updater {
  /** Looks for a newer release that this computer is to get by now. */
  check(): Promise<Release | null>
  /** Fetches the release that was found last, and checks it. The signal stops it: it rejects then, and may be begun again. */
  download(onProgress: (percent: number) => void, signal: AbortSignal): Promise<void>
  /** Whether Parley still runs as the system installs, or has to end first. */
  installs: 'while-running' | 'at-the-end'
  /**
   * Installs what was fetched. At the end, it starts the new version as well.
   *
   * @returns False where the system did not install it.
   */
  install(): boolean
}

/** What stopped an update, told apart as people must act on it. */
export class UpdateError extends Error {
  constructor(
    readonly problem: UpdateProblem,
    cause: unknown,
  ) {
    super(`Update: ${problem}`, { cause })
  }
}
