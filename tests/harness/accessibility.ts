import { expect, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'
import { askThroughBridge } from './foreign-windows'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const violationsSchema = z.array(
  z.object({
    id: z.string(),
    help: z.string(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
  }),
)

/** What axe looks for in each scheme: colours alone change between them. */
const rulesIn = {
  light: { resultTypes: ['violations'] },
  dark: { resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block'] },
} as const
const schemes = ['light', 'dark'] as const

/**
 * Expects axe to find nothing to object to on what a page shows now, in light and in dark; of the client, from right to left and
 * in high contrast as well, where it is in English and ordinary contrast.
 *
 * @param what The screen's name, for the report.
 */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await expectAccessibleSchemes(page, what)
  const root = page.locator('html')
  if (!(await page.evaluate(() => 'parley' in window && document.documentElement.matches('[lang=en]:not([data-more-contrast])')))) return
  await askThroughBridge(page).ask('settings.change', { language: 'ar', appearance: { contrast: 'more' } })
  await expect(root).toHaveAttribute('dir', 'rtl')
  await expect(root).toHaveAttribute('data-more-contrast', '')
  await expectAccessibleSchemes(page, `${what}, Arabic in high contrast`)
  await askThroughBridge(page).ask('settings.change', { language: 'en', appearance: { contrast: 'system' } })
  await expect(root).toHaveAttribute('lang', 'en')
}

async function expectAccessibleSchemes(page: Page, what: string): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await settled(page)
    // All screens are looked at, whatever the first ones have.
    expect.soft(await violationsOf(page, colorScheme), `${what}, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}

/** Colours that still change, or a pop-up that fades in, would be measured half-way. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const finite = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(finite.map((animation) => animation.finished))
  })
}

/** Runs axe from outside the page's own world, whose policy rightly refuses it. */
async function violationsOf(page: Page, colorScheme: keyof typeof rulesIn): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  try {
    const { frameTree } = await session.send('Page.getFrameTree')
    const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'axe' })
    const run = (expression: string) =>
      session.send('Runtime.evaluate', {
        expression,
        contextId: world.executionContextId,
        awaitPromise: true,
        returnByValue: true,
      })
    await run(`if (!('axe' in globalThis)) { ${source} }`)
    const answer = await run(`axe.run(document, ${JSON.stringify(rulesIn[colorScheme])}).then(({ violations }) => violations)`)
    if (answer.exceptionDetails !== undefined) throw new Error(JSON.stringify(answer.exceptionDetails))
    return violationsSchema
      .parse(answer.result.value)
      .flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary ?? ''}`))
  } finally {
    await session.detach()
  }
}
