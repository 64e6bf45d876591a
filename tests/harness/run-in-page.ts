import type { Parley } from './parley'

/** Runs text in the page's own world, under the page's own policy, as the page's own code would run. */
export async function runInPage(parley: Parley, text: string): Promise<unknown> {
  const { page } = parley
  // The application's debugger runs it, with the user's gesture that some ways need.
  const session = await parley.electron.context().newCDPSession(page)
  const { result } = await session.send('Runtime.evaluate', {
    expression: `(async () => { ${text} })().catch((error) => String(error))`,
    returnByValue: true,
    userGesture: true,
    awaitPromise: true,
    allowUnsafeEvalBlockedByCSP: false,
  })
  await session.detach()
  return result.value
}
