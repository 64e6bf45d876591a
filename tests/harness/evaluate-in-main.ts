import type { ElectronApplication } from '@playwright/test'

/**
 * Lets what is asked of the main process be answered whatever its garbage collector does meanwhile.
 *
 * V8's inspector holds the promise it waits for weakly. A main process that is asked in the midst of its own work may
 * collect that promise before it comes to answer, and the test fails with "Resulting promise was garbage collected"
 * (seen 8 times in 12,000 questions to a busy process). Here a timer holds the promise until the process has nothing else to do.
 */
export function answerWhenIdle(electron: ElectronApplication): void {
  const evaluate = electron.evaluate.bind(electron)
  const later = (asked: unknown, argument: unknown) =>
    evaluate(
      (modules, { source, argument: its }) =>
        new Promise<unknown>((resolve) => {
          setImmediate(() => {
            // As Playwright itself does it: the function's text is sent, and evaluated in the main process.
            const ask = process.getBuiltinModule('node:vm').runInThisContext(`(${source})`) as (...args: unknown[]) => unknown
            resolve((async () => ask(modules, its))())
          })
        }),
      { source: String(asked), argument },
    )
  electron.evaluate = later as ElectronApplication['evaluate']
}
