/**
 * Knows where people were before they went to what is said at the foot of the page. Whoever presses *Undo* there by the keyboard
 * has walked through the rest of the page to get there: the focus comes back to where the change was made, never to what they
 * happened to pass last (WCAG 2.2, 2.4.3).
 *
 * @param root The page.
 * @param isSaid Tells whether something is said now: from then on walking by the Tab key no longer counts.
 * @returns `giveBack` moves the focus there, or to the page's heading where that is gone; `end` ends it.
 */
export function rememberFocus(root: HTMLElement, isSaid: () => boolean): { giveBack: () => void; end: () => void } {
  let place: HTMLElement | null = null
  let walks = false

  const notePress = ({ key }: KeyboardEvent) => {
    walks = key === 'Tab'
  }
  const noteFocus = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement && !(walks && isSaid())) place = target
    walks = false
  }
  document.addEventListener('keydown', notePress, true)
  root.addEventListener('focusin', noteFocus)
  return {
    giveBack: () => {
      const isThere = place !== null && place.isConnected && !place.matches(':disabled')
      const target = isThere ? place : root.querySelector<HTMLElement>('main h1')
      target?.focus({ preventScroll: true })
    },
    end: () => {
      document.removeEventListener('keydown', notePress, true)
      root.removeEventListener('focusin', noteFocus)
    },
  }
}
