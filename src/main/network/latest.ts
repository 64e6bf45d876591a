/** What was made last, for what it was made. */
export interface Latest<T> {
  /** For what, or null while there is nothing. */
  key(): string | null
  /** What was made for this, or what is made now. What fails is not kept: the next who asks has it made again. */
  get(key: string, make: () => Promise<T>): Promise<T>
}

/** Keeps one thing, until another is wanted. */
export function keepLatest<T>(): Latest<T> {
  let latest: { key: string; made: Promise<T>; hasFailed: boolean } | null = null
  return {
    key: () => latest?.key ?? null,
    get: (key, make) => {
      if (latest?.key === key && !latest.hasFailed) return latest.made
      const mine = { key, made: make(), hasFailed: false }
      mine.made.catch(() => (mine.hasFailed = true))
      latest = mine
      return mine.made
    },
  }
}
