/** The time of day, in milliseconds since the epoch. */
export const now = (): number => Date.now()

/**
 * Whether something is younger than a time, both in milliseconds. What lies ahead is not: the clock was set back meanwhile, by nobody
 * knows how much.
 */
export function isYounger(age: number, than: number): boolean {
  return age >= 0 && age < than
}

/** Runs something after some milliseconds; gives the function that prevents it. */
export function setTimer(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}
