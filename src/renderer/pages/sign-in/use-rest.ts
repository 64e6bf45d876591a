import { useEffect, useState } from 'react'

/** How long a pointer rests on something that is meant, in milliseconds; one that passes over it leaves sooner. */
const rest = 120

/** Calls once a pointer or the focus has rested; what ends before that calls nothing. */
export function waitForRest(): { begin: (run: () => void) => void; end: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = () => clearTimeout(timer)
  return {
    begin: (run) => {
      end()
      timer = setTimeout(run, rest)
    },
    end,
  }
}

/**
 * Tells when somebody is about to use a control: the pointer rests on it, or it keeps the focus. A pointer that passes by, or
 * that happens to be where the control appears, asks for nothing yet.
 *
 * @returns What the control takes, beside its other properties.
 */
export function useRest(onRest: () => void) {
  const [{ begin, end }] = useState(waitForRest)
  useEffect(() => end, [end])
  const start = () => begin(onRest)
  return { onPointerEnter: start, onPointerLeave: end, onFocus: start, onBlur: end }
}
