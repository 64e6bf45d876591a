/**
 * Does what takes as long as others like, and says meanwhile that whoever does it is alive.
 *
 * @param lease How long an instance that says nothing is believed to be alive, milliseconds.
 * @param renew Says it. A database that can't be reached just now is tried at the next beat.
 */
export async function whileHolding<Result>(lease: number, renew: () => Promise<unknown>, work: () => Promise<Result>): Promise<Result> {
  const timer = setInterval(() => void renew().catch(() => undefined), lease / 3).unref()
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
