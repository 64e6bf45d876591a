import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { end } from '../scripts/run/ending.mjs'
import { memoryOf } from './memory.mjs'
import { debuggingAddress, evaluate, inFirstPage } from './protocol.mjs'
import { now, watchWindows } from './window-shown.mjs'

/**
 * @typedef {{ program: string, args: string[], env: NodeJS.ProcessEnv, ready: string }} Launch `ready` is the page's
 *   expression for the element that one can use once the first screen is there
 * @typedef {{ start: number, memory: import('./memory.mjs').Memory | undefined }} Measurement `start` in milliseconds
 */

const settling = 5_000
const longest = 60_000

/**
 * Starts a program and measures the time until its first screen is on the display, painted, and has answered a real
 * movement of the mouse; then, five seconds later, its memory.
 *
 * @param {Launch} launch
 * @param {string | undefined} display the X display's name, where there is one
 * @returns {Promise<Measurement>}
 */
export async function measure(launch, display) {
  const windows = display ? await watchWindows(display) : undefined
  const began = now()
  const child = spawn(launch.program, ['--remote-debugging-port=0', ...launch.args], {
    env: launch.env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  try {
    const work = async () => {
      const address = await debuggingAddress(child)
      const { result, connection } = await inFirstPage(address, (send) => reaction(send, launch.ready))
      const shown = (await windows?.shown) ?? 0
      await wait(settling)
      const memory = memoryOf(child.pid ?? 0)
      connection.close()
      return { start: Math.max(result, shown) - began, memory }
    }
    const late = wait(longest, undefined, { ref: false }).then(() => {
      throw new Error(`${launch.args.join(' ')}: no first screen within ${longest / 1000} s`)
    })
    return await Promise.race([work(), late])
  } finally {
    windows?.close()
    await end(child)
  }
}

/**
 * Waits in the page until the element is there and has been painted, and then until the page has handled a movement
 * of the mouse over it.
 *
 * @param {(method: string, params?: object) => Promise<unknown>} send
 * @param {string} ready
 * @returns {Promise<number>} when, in milliseconds since 1970
 */
async function reaction(send, ready) {
  const place = await evaluate(
    send,
    `new Promise((resolve) => {
      const look = () => {
        const element = ${ready}
        const box = element?.getBoundingClientRect()
        if (!box || box.width === 0) return requestAnimationFrame(look)
        const painted = () => {
          globalThis.benchReaction = new Promise((reacted) => {
            const at = () => reacted(performance.timeOrigin + performance.now())
            element.addEventListener('pointermove', at, { once: true })
          })
          resolve({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
        }
        requestAnimationFrame(() => requestAnimationFrame(painted))
      }
      look()
    })`,
  )
  const { x, y } = /** @type {{ x: number, y: number }} */ (place)
  const reacted = evaluate(send, 'globalThis.benchReaction').then(Number)
  let hasReacted = false
  const noted = reacted.finally(() => {
    hasReacted = true
  })
  // A window that is not shown yet drops the movement and may never answer: the mouse keeps moving.
  for (let step = 0; !hasReacted; step += 1) {
    send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: x + (step % 2), y }).catch(() => undefined)
    await Promise.race([noted, wait(10)])
  }
  // It goes on its way: one that rested on a button would say that somebody is about to use it.
  send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: 0, y: 0 }).catch(() => undefined)
  return noted
}
