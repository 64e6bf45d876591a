/** What of a window this needs. */
interface FirstWindow {
  whenPainted: (run: () => void) => void
  whenShown: (run: () => void) => void
  show: () => void
  maximize: () => void
}

/**
 * Shows a window once its page is painted, unless it starts hidden: then whoever wants it shows it.
 *
 * @returns Tells whether it was shown yet.
 */
export function showOncePainted(
  window: FirstWindow,
  { hidden, maximized }: { hidden: boolean; maximized: boolean },
): () => boolean {
  let shown = false
  window.whenShown(() => {
    shown = true
    // Not before: Electron shows a window that it maximizes.
    if (hidden && maximized) window.maximize()
  })
  window.whenPainted(() => {
    if (hidden) return
    if (maximized) window.maximize()
    window.show()
  })
  return () => shown
}
