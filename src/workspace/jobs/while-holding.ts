import { describeError, type Log } from '../log'

/** What is held for a time: a job, a mail. */
interface Holding {
  /** How long an instance that says nothing is believed to be alive, milliseconds. */
  readonly lease: number
  /** Says that this one is. A database that can't be reached just now is tried at the next beat. */
  readonly renew: () => Promise<unknown>
  readonly log: Log
  /** What the log says it is. */
  readonly of: Readonly<Record<string, string>>
}

/** Does what takes as long as others like, and says meanwhile that whoever does it is alive. Of several beats that fail in a row, the first one is logged. */
export async function whileHolding<Result>({ lease, renew, log, of }: Holding, work: () => Promise<Result>): Promise<Result> {
  let isMissing = false
  const beat = (): Promise<void> =>
    renew().then(
      () => {
        isMissing = false
      },
      (error: unknown) => {
        if (!isMissing) log('lease-not-renewed', { ...of, problem: describeError(error) })
        isMissing = true
      },
    )
  const timer = setInterval(() => void beat(), lease / 3).unref()
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
