import type { KeyboardEvent } from 'react'

/** The items of a menu, in order. */
export function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
}

/** What the keys do in a menu that is a popover: Tab leaves it (ARIA practices, "Menu button"). */
export function onMenuKey(menu: HTMLElement | null, event: KeyboardEvent): void {
  if (event.key === 'Tab') menu?.hidePopover()
  const all = itemsOf(menu)
  const at = all.findIndex((item) => item === document.activeElement)
  const to: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }
  const next = to[event.key]
  if (next === undefined) return
  event.preventDefault()
  all.at(next % all.length)?.focus()
}
