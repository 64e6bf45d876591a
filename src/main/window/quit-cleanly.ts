/** What of Electron's `app` this needs. */
interface EndingApp {
  on(event: 'window-all-closed', listener: () => void): unknown
  on(event: 'will-quit', listener: (event: { preventDefault: () => void }) => void): unknown
  quit(): void
}

/**
 * Ends the application with its window, after what is still to be done.
 *
 * @param finish Work that must end before the process does: stopping the workspace. Its own time limit is its business.
 * @param onError Told why that work failed; the application ends all the same.
 */
export function quitCleanly(app: EndingApp, finish: () => Promise<void>, onError: (what: string, error: unknown) => void): void {
  let state: 'running' | 'finishing' | 'finished' = 'running'
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (state === 'finished') return
    event.preventDefault()
    // Somebody quits again, or an update does, while this is under way.
    if (state === 'finishing') return
    state = 'finishing'
    void finish().catch((error: unknown) => onError('quit', error)).finally(() => {
      state = 'finished'
      // Work that ends at once ends within this very event, and Electron takes no other quit before it is over: there would be none.
      setTimeout(() => app.quit(), 0)
    })
  })
}
