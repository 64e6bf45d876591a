interface NetworkReturnedEffects {
  /** Tries to reach the workspace, where it was lost. */
  recheck: () => void
  /** Runs something after some milliseconds; gives the function that prevents it. */
  setTimer: (run: () => void, milliseconds: number) => () => void
  /** From 0 to below 1. */
  chance: () => number
}

/** A company's network comes back to all of its computers at once; their tries are spread over this time, in milliseconds. */
const spread = 2_000

/** Makes what is called when the system has a network again: one try follows, soon. */
export function onceNetworkReturns({ recheck, setTimer, chance }: NetworkReturnedEffects): () => void {
  let cancel: (() => void) | null = null
  return () => {
    cancel?.()
    cancel = setTimer(recheck, Math.round(chance() * spread))
  }
}
