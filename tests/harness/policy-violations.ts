import type { Page } from '@playwright/test'

declare global {
  interface Window {
    tellPolicyViolation: (violation: string) => void
  }
}

/**
 * Hears of everything that the Content-Security-Policy of a page refuses, from before its first script on; of what a script
 * tries and catches, too.
 *
 * @returns What was refused until now: it grows.
 */
export async function hearPolicyViolations(page: Page): Promise<readonly string[]> {
  const heard: string[] = []
  await page.exposeFunction('tellPolicyViolation', (violation: string) => void heard.push(violation))
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber, columnNumber }) => {
      const place = `${sourceFile}:${String(lineNumber)}:${String(columnNumber)}`
      window.tellPolicyViolation(`${effectiveDirective} refused ${blockedURI} at ${place}`)
    })
  })
  return heard
}
