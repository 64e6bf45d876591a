interface RepeatedKeyEffects {
  /** Runs at each press by the person. */
  onPress: () => void
  /** Milliseconds, counting on. */
  now: () => number
}

/** Nobody presses a key twice within this time, in milliseconds; systems that repeat a held key do. */
const tooSoonForPeople = 120

/**
 * Tells a key that is held from one that is pressed again. Systems tell programs without the focus of presses alone, and some repeat a
 * key that is held: after a pause as between two presses, then many times a second. So the first repeat is taken for a press, and taken
 * back with the second: a switch that is held changes once, and no press by a person is ever lost.
 *
 * @returns The function to run when the system tells of the key.
 */
export function watchRepeatedKey({ onPress, now }: RepeatedKeyEffects): () => void {
  let last = -Infinity
  let isHeld = false
  return () => {
    const isRepeat = now() - last < tooSoonForPeople
    last = now()
    if (isRepeat && isHeld) return
    isHeld = isRepeat
    onPress()
  }
}
