import type { WebContents } from 'electron'
import type { z } from 'zod'
import { events, requests, type Events, type Requests } from '../../contract/channels'
import type { EventName, RequestName } from '../../contract/channel-names'
import type { Envelope } from './envelope'
import type { Answer } from './gate'
import { isTrustedFrame } from './trusted-frame'

/** One function for every request of the contract. */
export type RequestHandlers = {
  [N in RequestName]: (
    request: Requests[N]['request'],
  ) => Requests[N]['response'] | Promise<Requests[N]['response']>
}

/** The contract's table, typed by channel, so that a parsed payload has the type that its handler takes. */
const requestTable: {
  [N in RequestName]: { request: z.ZodType<Requests[N]['request']>; response: z.ZodType<Requests[N]['response']> }
} = requests

const eventTable: { [N in EventName]: z.ZodType<Events[N]> } = events

interface RegistrarOptions {
  handlers: RequestHandlers
  /** The web contents of the main window, or null while there is none. */
  mainContents: () => WebContents | null
  /** Hears of every request that is answered. */
  onRequest: (name: RequestName) => void
  log: (what: string, error: unknown) => void
}

/**
 * Makes the answer to every request of the contract. A request from a foreign frame or with a malformed payload is
 * refused, and a response that breaks the contract never leaves main.
 */
export function answerRequests({ handlers, mainContents, onRequest, log }: RegistrarOptions): Answer {
  const answerOne = async <N extends RequestName>(
    name: N,
    handler: RequestHandlers[N],
    payload: unknown,
  ): Promise<Envelope> => {
    const schemas = requestTable[name]
    const request = schemas.request.safeParse(payload)
    if (!request.success) return { ok: false, error: 'invalid-request' }
    onRequest(name)
    try {
      const response = await handler(request.data)
      return { ok: true, value: schemas.response.parse(response) }
    } catch (error) {
      log(`request ${name}`, error)
      return { ok: false, error: 'failed' }
    }
  }
  return async (name, event, payload) =>
    isTrustedFrame(event.senderFrame, event.sender.id, mainContents()?.id ?? null)
      ? answerOne(name, handlers[name], payload)
      : { ok: false, error: 'foreign-frame' }
}

/**
 * Sends an event to the client's page, if there is one. The payload is checked like any other.
 *
 * @throws {z.ZodError} when the payload breaks the contract: a mistake in main.
 */
export function sendEvent<N extends EventName>(contents: WebContents | null, name: N, payload: Events[N]): void {
  if (contents === null || contents.isDestroyed()) return
  contents.send(name, eventTable[name].parse(payload))
}
