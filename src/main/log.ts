/**
 * Writes a failure to the standard error. Only the error's name and message are written: a payload or an answer
 * could hold a secret.
 *
 * @param what What was being done.
 */
export function logError(what: string, error: unknown): void {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error'
  process.stderr.write(`${new Date().toISOString()} ${what}: ${text}\n`)
}
