import { useEffect, useRef, type RefObject } from 'react'
import { keepFocusIn } from '../../ui/keep-focus'

/**
 * Keeps the focus near when what has it goes: a message with the button that ended it, a row that was removed.
 *
 * @returns For the element in which it is kept, which stays as long as the component does.
 */
export function useKeptFocus<Kept extends HTMLElement>(): RefObject<Kept | null> {
  const kept = useRef<Kept>(null)
  useEffect(() => (kept.current === null ? undefined : keepFocusIn(kept.current)), [])
  return kept
}
