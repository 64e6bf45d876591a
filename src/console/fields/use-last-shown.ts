import { useState } from 'react'

/**
 * What a dialog is about, also while it fades away.
 *
 * @param subject Null while the dialog is closed.
 * @returns The subject, or the last one there was.
 */
export function useLastShown<Subject>(subject: Subject | null): Subject | null {
  const [shown, setShown] = useState(subject)
  if (subject !== null && subject !== shown) setShown(subject)
  return shown
}
