/** Ends a request from which nothing comes any more. */
export interface Silence {
  /** Aborts as `AbortSignal.timeout` does, with a `TimeoutError`. */
  readonly signal: AbortSignal
  /** Something came: the wait begins anew. */
  heard(): void
  /** The request is over. */
  stop(): void
}

/**
 * Watches one request.
 *
 * @param patience Milliseconds without a byte.
 * @param longest Milliseconds for all of it, however much still comes.
 */
export function watchSilence(patience: number, longest: number): Silence {
  const controller = new AbortController()
  const giveUp = (): void => controller.abort(new DOMException('Nothing came in time', 'TimeoutError'))
  const end = setTimeout(giveUp, longest)
  let quiet = setTimeout(giveUp, patience)
  return {
    signal: controller.signal,
    heard: () => {
      clearTimeout(quiet)
      quiet = setTimeout(giveUp, patience)
    },
    stop: () => {
      clearTimeout(end)
      clearTimeout(quiet)
    },
  }
}
