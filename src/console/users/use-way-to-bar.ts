import { type KeyboardEvent, useRef } from 'react'

/**
 * The keyboard's way from a row that was chosen to what can be done with the selection, however long the table is: Enter on a box
 * to tick (which Space ticks) leads to the bar, and Escape there leads back.
 */
export function useWayToBar() {
  const bar = useRef<HTMLDivElement>(null)
  const from = useRef<HTMLElement>(null)
  return {
    bar,
    onKeyInTable: (event: KeyboardEvent<HTMLElement>) => {
      const { target } = event
      if (event.key !== 'Enter' || !(target instanceof HTMLInputElement) || target.type !== 'checkbox') return
      const first = bar.current?.querySelector('button')
      if (first === null || first === undefined) return
      event.preventDefault()
      from.current = target
      first.focus()
    },
    onKeyInBar: (event: KeyboardEvent<HTMLElement>) => {
      const { target, currentTarget } = event
      // Menus and dialogs of the bar have an Escape of their own.
      const isOwn = target instanceof Element && currentTarget.contains(target) && target.getAttribute('aria-expanded') !== 'true'
      if (event.key === 'Escape' && isOwn) from.current?.focus()
    },
  }
}
