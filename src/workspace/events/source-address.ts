import { AsyncLocalStorage } from 'node:async_hooks'

const storage = new AsyncLocalStorage<string | null>()

/**
 * Runs what a request asks for, so that every event it writes carries the caller's address. It goes beside the calls
 * rather than through them: each change would have to hand it on, and the one that forgets leaves a hole in the log.
 *
 * @param address The caller's network address, or null where there is none.
 */
export function withSourceAddress<Result>(address: string | null, work: () => Result): Result {
  return storage.run(address, work)
}

/** The address from which the work under way was asked for; null for what the workspace does by itself. */
export function sourceAddress(): string | null {
  return storage.getStore() ?? null
}
