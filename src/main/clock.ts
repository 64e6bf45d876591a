/** The time of day, in milliseconds since the epoch. */
export const now = (): number => Date.now()

/** Runs something after some milliseconds; gives the function that prevents it. */
export function setTimer(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}
