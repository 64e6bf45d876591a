/** What a log line may carry beside its event: figures and names of things, never secrets, tokens or passwords. */
type LogFields = Readonly<Record<string, string | number | boolean | null>>

export type Log = (event: string, fields?: LogFields) => void

/**
 * Makes a log that writes one line of JSON for each noteworthy thing.
 *
 * @param write Takes a whole line with its line break.
 * @param now Time for the `at` field.
 */
export function createLog(write: (line: string) => void, now: () => number): Log {
  return (event, fields = {}) => {
    write(`${JSON.stringify({ at: new Date(now()).toISOString(), event, ...fields })}\n`)
  }
}

/** The name and message of something thrown, for a log line. */
export function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'a value that is not an Error was thrown'
}
