/** SQLite's result code for a lock that another connection holds, in the lower byte of the extended codes (https://sqlite.org/rescode.html). */
const sqliteBusy = 5

/**
 * Tells whether a database gave no answer because others kept it busy: no connection of the pool came free, or another
 * process held SQLite's write lock for too long. Nothing was written.
 */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code: unknown = 'errcode' in error ? error.errcode : undefined
  return (typeof code === 'number' && (code & 0xff) === sqliteBusy) || error.message === 'timeout exceeded when trying to connect'
}
