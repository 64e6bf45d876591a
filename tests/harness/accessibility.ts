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

const schemes = ['light', 'dark'] as const

/** No rule that is on looks into style sheets, so that they need not be fetched for it. */
const everyRule = { resultTypes: ['violations'], preload: false, elementRef: false }
/** Between two schemes colours alone change: the second needs no other rule. */
const colourRules = { ...everyRule, runOnly: ['color-contrast', 'link-in-text-block'] }

const isThorough = process.env['PARLEY_THOROUGH'] === '1'

/**
 * Expects axe to find nothing to object to on what a page shows now, in light and in dark; of the client, from right to left and
 * in high contrast as well (in dark alone, unless all is wanted), where it is in English and ordinary contrast.
 *
 * @param what The screen's name, for the report.
 */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await expectAccessibleSchemes(page, what, schemes)
  const root = page.locator('html')
  if (!(await page.evaluate(() => 'parley' in window && document.documentElement.matches('[lang=en]:not([data-more-contrast])')))) return
  await askThroughBridge(page).ask('settings.change', { language: 'ar', appearance: { contrast: 'more' } })
  await expect(root).toHaveAttribute('dir', 'rtl')
  await expect(root).toHaveAttribute('data-more-contrast', '')
  await expectAccessibleSchemes(page, `${what}, Arabic in high contrast`, isThorough ? schemes : ['dark'])
  await askThroughBridge(page).ask('settings.change', { language: 'en', appearance: { contrast: 'system' } })
  await expect(root).toHaveAttribute('lang', 'en')
}

async function expectAccessibleSchemes(page: Page, what: string, inSchemes: readonly (typeof schemes)[number][]): Promise<void> {
  for (const [index, colorScheme] of inSchemes.entries()) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await settled(page)
    // All screens are looked at, whatever the first ones have.
    expect.soft(await violationsOf(page, index === 0 ? everyRule : colourRules), `${what}, ${colorScheme}`).toEqual([])
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
async function violationsOf(page: Page, options: typeof everyRule): Promise<string[]> {
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
    const answer = await run(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`)
    if (answer.exceptionDetails !== undefined) throw new Error(JSON.stringify(answer.exceptionDetails))
    return violationsSchema
      .parse(answer.result.value)
      .flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary ?? ''}`))
  } finally {
    await session.detach()
  }
}
