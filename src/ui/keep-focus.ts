/** What can take the focus. */
const focusable = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled)'

/** Where an element stands: each of its ancestors from the root on, with the child of it that leads there. */
type Place = readonly { readonly parent: Element; readonly index: number }[]

/**
 * Keeps the focus from getting lost when what has it goes: a row that was taken away by its own button, or a button that
 * can't be pressed while it works (WCAG 2.2, 2.4.3). It comes back to the button, or goes to what stands there now, or to
 * the heading above. Lists that draw only the rows in sight say `data-in-sight`: there, rows go because somebody scrolls.
 *
 * @returns What ends it.
 */
export function keepFocusIn(root: HTMLElement): () => void {
  let last: HTMLElement | null = null
  let place: Place = []

  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return
    last = target
    place = placeOf(target, root)
  }
  // Somebody who presses beside everything wants no focus.
  const forget = () => {
    last = null
  }
  const look = () => {
    if (last === null || document.activeElement !== document.body) return
    if (last.isConnected && !last.matches(':disabled')) {
      last.focus({ preventScroll: true })
      return
    }
    // What only waits for an answer can be used again afterwards; a button that can't be pressed any more has done its work.
    if (last.isConnected && (!(last instanceof HTMLButtonElement) || last.hasAttribute('data-loading'))) return
    const next = last.isConnected ? headingAbove(last) : nearestTo(place)
    last = null
    next?.focus({ preventScroll: true })
  }
  // A dialog gives the focus back to what opened it, if that is still there.
  const lookLater = () => {
    setTimeout(look)
  }

  const observer = new MutationObserver(look)
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled', 'data-loading'] })
  root.addEventListener('focusin', remember)
  document.addEventListener('pointerdown', forget)
  document.addEventListener('focusout', lookLater)
  return () => {
    observer.disconnect()
    root.removeEventListener('focusin', remember)
    document.removeEventListener('pointerdown', forget)
    document.removeEventListener('focusout', lookLater)
  }
}

function placeOf(element: Element, root: Element): Place {
  const place = []
  for (let child = element; child !== root && child.parentElement !== null; child = child.parentElement) {
    place.unshift({ parent: child.parentElement, index: Array.prototype.indexOf.call(child.parentElement.children, child) })
  }
  return place
}

/** What can take the focus where an element was: the next row's first control, or else the heading above. */
function nearestTo(place: Place): HTMLElement | null {
  const step = place.findLast(({ parent }) => parent.isConnected)
  if (step === undefined || step.parent.hasAttribute('data-in-sight')) return null
  const { parent, index } = step
  const there = parent.children[Math.min(index, parent.children.length - 1)]
  const control = there?.matches(focusable) === true ? there : there?.querySelector(focusable)
  if (control instanceof HTMLElement) return control
  return headingAbove(parent)
}

function headingAbove(element: Element): HTMLElement | null {
  // What stands beside the page itself is told of in its name.
  const heading = (element.closest(':is(section, main):has(h1, h2)') ?? document.querySelector('main'))?.querySelector('h1, h2')
  if (!(heading instanceof HTMLElement)) return null
  heading.tabIndex = -1
  return heading
}
