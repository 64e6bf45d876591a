import { claimArrivalFocus } from '../../../shell/arrival-focus'

/** How long a page may take to appear, and how long its setting stays marked, in milliseconds. */
const patience = 3_000
const marked = 4_000

/** A page's heading asks for the focus a moment after the page is in the document; in milliseconds. */
const arriving = 500

/** Brings a setting into sight as soon as its page is there, marks it, and puts the cursor on it. */
export function showSetting(name: string): void {
  const selector = `[data-setting="${CSS.escape(name)}"]`
  const release = claimArrivalFocus()
  const show = (): boolean => {
    const place = document.querySelector<HTMLElement>(selector)
    if (place === null) return false
    mark(place)
    setTimeout(release, arriving)
    return true
  }
  // In a moment: what is there now may be the page that goes.
  requestAnimationFrame(() => {
    const watcher = new MutationObserver(() => {
      if (show()) watcher.disconnect()
    })
    if (!show()) watcher.observe(document.body, { childList: true, subtree: true })
    setTimeout(() => {
      watcher.disconnect()
      release()
    }, patience)
  })
}

function mark(place: HTMLElement): void {
  for (const before of document.querySelectorAll('[data-found]')) before.removeAttribute('data-found')
  place.setAttribute('data-found', '')
  place.scrollIntoView({ block: 'center' })
  place.querySelector<HTMLElement>(':is(input, select, button):enabled')?.focus({ preventScroll: true })
  setTimeout(() => place.removeAttribute('data-found'), marked)
}
