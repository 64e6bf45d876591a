import { expect, test, type CDPSession, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'
import { askThroughBridge } from './foreign-windows'

/**
 * axe reads a text's colour from `-webkit-text-fill-color`, which Chromium tells as if no colours were forced. It runs in a world of its
 * own, whose objects are not the page's.
 */
const readsForcedColours = `{
  const { getPropertyValue } = CSSStyleDeclaration.prototype
  CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
    return getPropertyValue.call(this, name === '-webkit-text-fill-color' ? 'color' : name)
  }
}`
const source = `${readsForcedColours} ${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')}`

const violationsSchema = z.array(
  z.object({
    id: z.string(),
    help: z.string(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
  }),
)

/** No rule that is on looks into style sheets, so that they need not be fetched for it. */
const everyRule = { resultTypes: ['violations'], preload: false, elementRef: false }
/** Between two looks in one language colours alone change: the second needs no other rule. */
const colourRules = { ...everyRule, runOnly: ['color-contrast', 'link-in-text-block'] }

/** What the system asks pages to look like. */
type Look = Pick<NonNullable<Parameters<Page['emulateMedia']>[0]>, 'colorScheme' | 'contrast' | 'forcedColors'>

const light: Look = { colorScheme: 'light' }
const dark: Look = { colorScheme: 'dark' }
const clearLight: Look = { colorScheme: 'light', contrast: 'more' }
const clearDark: Look = { colorScheme: 'dark', contrast: 'more' }
const forcedLight: Look = { colorScheme: 'light', forcedColors: 'active' }
const forcedDark: Look = { colorScheme: 'dark', forcedColors: 'active' }
const allLooks = [light, dark, clearLight, clearDark, forcedLight, forcedDark]

/** Beside English in light, each screen of the client is seen in one of these pairs; all screens together in all of them. */
const turns = [
  { english: dark, arabic: clearDark },
  { english: clearLight, arabic: dark },
  { english: clearDark, arabic: light },
  { english: forcedDark, arabic: clearLight },
  { english: dark, arabic: forcedLight },
] as const

const isThorough = process.env['PARLEY_THOROUGH'] === '1'

/**
 * Expects axe to find nothing to object to on what a page shows now, in light and in dark. The client is looked at from right to left, in
 * high contrast and in the system's own colours as well: each screen in some of these, or in all of them where all is wanted.
 *
 * @param what The screen's name, for the report. The looks follow from it, so that a screen that fails does so each time.
 */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  if (!(await page.evaluate(() => 'parley' in window && document.documentElement.matches('[lang=en]:not([data-more-contrast])')))) {
    return expectLooks(page, what, [light, dark])
  }
  // The matrix takes its time, which is no part of what the test may take.
  if (isThorough) test.info().setTimeout(test.info().timeout + 20_000)
  const turn = turns[Array.from(what, (letter) => letter.charCodeAt(0)).reduce((sum, code) => sum + code, 0) % turns.length] ?? turns[0]
  await expectLooks(page, what, isThorough ? allLooks : [light, turn.english])
  const root = page.locator('html')
  await askThroughBridge(page).ask('settings.change', { language: 'ar' })
  await expect(root).toHaveAttribute('dir', 'rtl')
  await expectLooks(page, `${what}, Arabic`, isThorough ? allLooks : [turn.arabic])
  await askThroughBridge(page).ask('settings.change', { language: 'en' })
  await expect(root).toHaveAttribute('lang', 'en')
}

async function expectLooks(page: Page, what: string, looks: readonly Look[]): Promise<void> {
  for (const [index, look] of looks.entries()) {
    await page.emulateMedia({ ...usual, ...look, reducedMotion: 'reduce' })
    await settled(page)
    // All screens are looked at, whatever the first ones have.
    expect.soft(await violationsOf(page, index === 0 ? everyRule : colourRules), `${what}, ${Object.values(look).join(', ')}`).toEqual([])
  }
  await page.emulateMedia(usual)
}

/** Nothing is asked for other than by the system itself. */
const usual = { colorScheme: null, contrast: null, forcedColors: null, reducedMotion: null }

/** Colours that still change, or a pop-up that fades in, would be measured half-way. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const finite = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(finite.map((animation) => animation.finished))
  })
}

/** A world of its own in a page's document, where axe is. */
interface AxeWorld {
  session: CDPSession
  id: number
}

/** Loading axe takes longer than a look with it: it stays where it is while the page's document does. */
const worlds = new WeakMap<Page, AxeWorld>()

/** Runs axe from outside the page's own world, whose policy rightly refuses it. */
async function violationsOf(page: Page, options: typeof everyRule): Promise<string[]> {
  const answer = await evaluateIn(await axeWorld(page), `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`)
  return violationsSchema
    .parse(answer)
    .flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${help}\n${html}\n${failureSummary ?? ''}`))
}

async function axeWorld(page: Page): Promise<AxeWorld> {
  const known = worlds.get(page)
  // The document may be another one by now, and its world with it.
  if (known !== undefined && (await evaluateIn(known, `'axe' in globalThis`).catch(() => false)) === true) return known
  const session = known?.session ?? (await page.context().newCDPSession(page))
  const { frameTree } = await session.send('Page.getFrameTree')
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'axe' })
  const world = { session, id: executionContextId }
  await evaluateIn(world, source)
  worlds.set(page, world)
  return world
}

async function evaluateIn({ session, id }: AxeWorld, expression: string): Promise<unknown> {
  const answer = await session.send('Runtime.evaluate', { expression, contextId: id, awaitPromise: true, returnByValue: true })
  if (answer.exceptionDetails !== undefined) throw new Error(JSON.stringify(answer.exceptionDetails))
  return answer.result.value
}
