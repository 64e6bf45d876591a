import type { Parley } from './parley'

/** Time that a page is given for an answer, milliseconds. */
const patience = 5_000

/**
 * Runs text in the page's own world, under the page's own policy, as the page's own code would run.
 *
 * @param text Body of an asynchronous function.
 * @returns What it gives, an error as text, or `no answer` after five seconds.
 */
export async function runInPage(parley: Parley, text: string): Promise<unknown> {
  const { page } = parley
  // The application's debugger runs it, with the user's gesture that some ways need.
  const session = await parley.electron.context().newCDPSession(page)
  const { result } = await session.send('Runtime.evaluate', {
    expression: `Promise.race([
      (async () => { ${text} })().catch((error) => String(error)),
      new Promise((resolve) => setTimeout(() => resolve('no answer'), ${String(patience)})),
    ])`,
    returnByValue: true,
    userGesture: true,
    awaitPromise: true,
    allowUnsafeEvalBlockedByCSP: false,
  })
  await session.detach()
  return result.value
}
