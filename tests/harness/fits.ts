import { expect, type Locator, type Page } from '@playwright/test'

/** The narrowest and the widest window that the console is made for, pixels. */
const widths = [360, 2560] as const

/**
 * Expects a page to fit into the narrowest and into the widest window: it is not scrolled sideways, nothing stands out of it, no
 * words are cut off, and its main action can be seen whole. The window is wide afterwards.
 *
 * @param what The screen's name, for the report.
 * @param action What people come to the page for.
 */
export async function expectFits(page: Page, what: string, action: Locator): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 740 })
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    // All screens are looked at, whatever the first ones have.
    expect.soft(await page.evaluate(whatDoesNotFit), `${what}, ${String(width)} px wide`).toEqual([])
    expect.soft(await action.evaluate(isWhole), `${what}, ${String(width)} px wide: its main action is seen whole`).toBe(true)
  }
}

/** Runs in the page. @returns Whether an element, scrolled to, is in the window from edge to edge, and nothing lies over it. */
function isWhole(element: Element): boolean {
  element.scrollIntoView({ block: 'center', behavior: 'instant' })
  const { left, right, top, bottom } = element.getBoundingClientRect()
  const isInside = left >= 0 && right <= window.innerWidth && top >= 0 && bottom <= window.innerHeight
  return isInside && element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2))
}

/** Runs in the page. @returns What is wider than the window, and what is cut off. */
function whatDoesNotFit(): string[] {
  const width = document.documentElement.clientWidth
  const told = (what: string, element: Element) => `${what}: ${element.tagName} ${element.className} “${element.textContent.trim().slice(0, 60)}”`
  const found = document.documentElement.scrollWidth > width ? [`the page is scrolled sideways`] : []
  // What is scrolled by itself, or hidden but for those who hear it, takes nothing from the page.
  const isApart = (element: Element | null): boolean => {
    if (element === null) return false
    const { overflowX, clipPath } = getComputedStyle(element)
    return overflowX === 'auto' || overflowX === 'scroll' || clipPath !== 'none' || isApart(element.parentElement)
  }
  for (const element of document.querySelectorAll('body *')) {
    const { left, right } = element.getBoundingClientRect()
    if (!element.checkVisibility({ visibilityProperty: true }) || right - left < 2) continue
    if ((left < -1 || right > width + 1) && !isApart(element)) found.push(told('stands out', element))
    const { overflowX, textOverflow } = getComputedStyle(element)
    const isCut = (overflowX === 'hidden' || overflowX === 'clip') && element.scrollWidth > element.clientWidth + 1
    const hasWords = element.childElementCount === 0 && element.textContent.trim() !== ''
    if (isCut && hasWords && textOverflow !== 'ellipsis' && !isApart(element)) found.push(told('is cut', element))
  }
  return found
}
