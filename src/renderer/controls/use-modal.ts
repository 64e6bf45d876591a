import { useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react'

interface Modal {
  readonly dialog: RefObject<HTMLDialogElement | null>
  /** For the dialog's `onKeyDown`. */
  readonly keepFocusInside: (event: KeyboardEvent<HTMLDialogElement>) => void
}

/**
 * Shows a `<dialog>` as a modal one for as long as it is mounted. The first line to fill in has the focus, or the choice that is made, without
 * one what the browser chooses. The browser makes the rest of the page inert; only the step from the last control to the
 * first is ours, since a browser would lead out to its own bars there.
 *
 * @param returnTo Finds what gets the focus when the dialog has closed; null stands for what had it before.
 */
export function useModal(returnTo: () => HTMLElement | null): Modal {
  const dialog = useRef<HTMLDialogElement>(null)
  const back = useRef(returnTo)

  useLayoutEffect(() => {
    const shown = dialog.current
    const findBack = back.current
    const opened = document.activeElement
    shown?.showModal()
    const first = shown?.querySelector<HTMLInputElement | HTMLSelectElement>(':is(input, select):enabled') ?? null
    // Of several choices, the keyboard comes to the one that is made.
    const chosen = first?.type === 'radio' ? shown?.querySelector<HTMLInputElement>(`input[name="${CSS.escape(first.name)}"]:checked:enabled`) : null
    const start = chosen ?? first
    start?.focus()
    return () => {
      shown?.close()
      const target = findBack() ?? opened
      if (target instanceof HTMLElement) target.focus()
    }
  }, [])

  function keepFocusInside(event: KeyboardEvent<HTMLDialogElement>) {
    if (event.key !== 'Tab') return
    const controls = [...event.currentTarget.querySelectorAll<HTMLElement>(':is(button, input, select):enabled, a[href]')]
    const end = event.shiftKey ? controls[0] : controls[controls.length - 1]
    const start = event.shiftKey ? controls[controls.length - 1] : controls[0]
    if (document.activeElement !== end) return
    event.preventDefault()
    start?.focus()
  }

  return { dialog, keepFocusInside }
}
