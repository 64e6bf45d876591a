import { useCallback, useEffect, useRef, useState } from 'react'

/** How long a passing remark such as "Link copied" stays, in milliseconds. Long enough to be read twice. */
const stay = 6000

/**
 * A remark that passes by itself.
 *
 * @returns The remark that is shown, or null, and the function that shows one.
 */
export function useFeedback<Remark>(): [Remark | null, (remark: Remark) => void] {
  const [remark, setRemark] = useState<Remark | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const show = useCallback((next: Remark) => {
    clearTimeout(timer.current)
    setRemark(() => next)
    timer.current = setTimeout(() => setRemark(null), stay)
  }, [])
  return [remark, show]
}
