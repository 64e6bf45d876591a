import type { Page } from '@playwright/test'

/** Where a page's own listener tells of them. */
const teller = 'tellPolicyViolation'

/**
 * Hears of everything that the Content-Security-Policy of a page refuses, from before its first script on; of what a script
 * tries and catches, too.
 *
 * @returns What was refused until now: it grows.
 */
export async function hearPolicyViolations(page: Page): Promise<readonly string[]> {
  const heard: string[] = []
  await page.exposeFunction(teller, (violation: string) => void heard.push(violation))
  await page.addInitScript((name) => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber, columnNumber }) => {
      const tell: unknown = Reflect.get(globalThis, name)
      if (typeof tell === 'function') tell(`${effectiveDirective} refused ${blockedURI} at ${sourceFile}:${String(lineNumber)}:${String(columnNumber)}`)
    })
  }, teller)
  return heard
}
