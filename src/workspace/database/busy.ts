/**
 * Tells whether a database gave no answer because others kept it busy: no connection of the pool came free, or another
 * process held SQLite's write lock for too long. Nothing was written.
 */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code: unknown = 'code' in error ? error.code : undefined
  return code === 'SQLITE_BUSY' || error.message === 'timeout exceeded when trying to connect'
}
