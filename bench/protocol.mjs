import { setTimeout as wait } from 'node:timers/promises'

/**
 * A connection to Chromium's debugging protocol, as thin as can be: what measures must not weigh.
 *
 * @typedef {{ sessionId?: string, method?: string, params?: unknown, id?: number, result?: unknown, error?: { message: string } }} Message
 * @typedef {{ send: (method: string, params?: object, sessionId?: string) => Promise<unknown>, close: () => void }} Connection
 */

/**
 * @param {string} address of the browser's web socket
 * @param {(message: Message) => void} onEvent
 * @returns {Promise<Connection>}
 */
export function connect(address, onEvent) {
  const socket = new WebSocket(address)
  /** @type {Map<number, { resolve: (result: unknown) => void, reject: (error: Error) => void }>} */
  const pending = new Map()
  let last = 0
  socket.onmessage = ({ data }) => {
    /** @type {Message} */
    const message = JSON.parse(String(data))
    const asked = message.id === undefined ? undefined : pending.get(message.id)
    if (!asked) return onEvent(message)
    pending.delete(message.id ?? 0)
    if (message.error) asked.reject(new Error(message.error.message))
    else asked.resolve(message.result)
  }
  socket.onclose = () => {
    for (const { reject } of pending.values()) reject(new Error('the program has gone'))
  }
  return new Promise((resolve, reject) => {
    socket.onerror = () => reject(new Error(`no connection to ${address}`))
    socket.onopen = () =>
      resolve({
        close: () => socket.close(),
        send: (method, params = {}, sessionId) =>
          new Promise((done, failed) => {
            last += 1
            pending.set(last, { resolve: done, reject: failed })
            socket.send(JSON.stringify({ id: last, method, params, ...(sessionId && { sessionId }) }))
          }),
      })
  })
}

/**
 * Connects to the pages of a program and runs some work in the first of them in which it succeeds; a page that goes
 * away meanwhile (a navigation) is asked again.
 *
 * @template T
 * @param {string} address
 * @param {(send: (method: string, params?: object) => Promise<unknown>) => Promise<T>} work
 * @returns {Promise<{ result: T, connection: Connection }>}
 */
export async function inFirstPage(address, work) {
  /** @type {(sessionId: string) => void} */
  let attached = () => undefined
  /** @type {Promise<string>} */
  const session = new Promise((resolve) => (attached = resolve))
  const connection = await connect(address, ({ method, params }) => {
    const event = /** @type {{ sessionId: string, targetInfo?: { type: string } }} */ (params)
    if (method === 'Target.attachedToTarget' && event.targetInfo?.type === 'page') attached(event.sessionId)
  })
  await connection.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true })
  const sessionId = await session
  for (;;) {
    try {
      return { result: await work((method, params) => connection.send(method, params, sessionId)), connection }
    } catch (error) {
      if (!(error instanceof Error) || !/context|navigat|Inspected target/i.test(error.message)) throw error
      await wait(2)
    }
  }
}

/**
 * Chromium tells on standard error where it listens.
 *
 * @param {import('node:child_process').ChildProcess} child started with `--remote-debugging-port=0`
 * @returns {Promise<string>} the address of its web socket
 */
export function debuggingAddress(child) {
  return new Promise((resolve, reject) => {
    let words = ''
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      if (words.length < 20_000) words += text
      const address = /DevTools listening on (ws:\/\/\S+)/.exec(words)?.[1]
      if (address) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`the program ended with status ${code}:\n${words}`)))
    child.once('error', reject)
  })
}

/**
 * Gives what an expression of the page comes to.
 *
 * @param {(method: string, params?: object) => Promise<unknown>} send
 * @param {string} expression
 */
export async function evaluate(send, expression) {
  const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
  const { result, exceptionDetails } = /** @type {{ result: { value: unknown }, exceptionDetails?: { text: string } }} */ (answer)
  if (exceptionDetails) throw new Error(`the page could not be asked: ${exceptionDetails.text}`)
  return result.value
}
