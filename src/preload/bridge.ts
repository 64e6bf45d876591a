import { eventNames, requestNames, type EventName, type RequestName } from '../contract/channel-names'
import type { Bridge, Events, Requests } from '../contract/channels'

/** What main answers: the value, or the name of what went wrong. Never a message from inside main. */
type Envelope<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: 'invalid-request' | 'foreign-frame' | 'failed' }

/** The part of Electron's `ipcRenderer` that the bridge stands on. */
export interface PageSide {
  invoke<N extends RequestName>(name: N, payload: unknown): Promise<Envelope<Requests[N]['response']>>
  on<N extends EventName>(name: N, listener: (event: unknown, payload: Events[N]) => void): unknown
  removeListener<N extends EventName>(name: N, listener: (event: unknown, payload: Events[N]) => void): unknown
}

/** An error with a name that the page can act on. Only `message` survives the way into the page's own world. */
function named(name: string): Error {
  const error = new Error(name)
  error.name = name
  return error
}

/**
 * Makes the bridge between the page and main. Only names of the contract pass; main checks what goes with them.
 *
 * @param ipc Electron's `ipcRenderer`.
 * @returns The bridge. `invoke` rejects with an error named `unknown-request`, `invalid-request`, `foreign-frame` or
 *   `failed`; `on` throws one named `unknown-event`.
 */
export function createBridge(ipc: PageSide): Bridge {
  return {
    async invoke(name, ...payload) {
      // The page's types promise a known name; the page may have been taken over, so that a promise is not enough.
      if (!requestNames.includes(name)) throw named('unknown-request')
      const answer = await ipc.invoke(name, payload[0])
      if (!answer.ok) throw named(answer.error)
      return answer.value
    },
    on(name, listener) {
      if (!eventNames.includes(name)) throw named('unknown-event')
      // Electron's event object holds the sender, which the page must never get hold of.
      const heard = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload)
      ipc.on(name, heard)
      return () => {
        ipc.removeListener(name, heard)
      }
    },
  }
}
