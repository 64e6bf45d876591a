/** Where choices are kept: `localStorage`, or whatever speaks like it. */
export type ChoiceStore = Pick<Storage, 'getItem' | 'setItem'>

/**
 * Reads a choice that this browser keeps. A browser that keeps nothing (private mode, a policy) counts as no choice.
 *
 * @param allowed What may be chosen.
 * @returns The choice, or null when there is none that makes sense.
 */
export function readChoice<Choice extends string>(
  store: ChoiceStore,
  name: string,
  allowed: readonly Choice[],
): Choice | null {
  try {
    const kept = store.getItem(`parley.${name}`)
    return allowed.find((choice) => choice === kept) ?? null
  } catch {
    return null
  }
}

/** Keeps a choice in this browser, if the browser lets us; else it holds until the page is closed. */
export function keepChoice(store: ChoiceStore, name: string, choice: string): void {
  try {
    store.setItem(`parley.${name}`, choice)
  } catch {
    // The choice already shows; there is nothing that people could do about it.
  }
}

/**
 * Reads several choices that this browser keeps.
 *
 * @returns Those that may still be chosen, in the order of `allowed`; null when nothing was ever chosen.
 */
export function readChoices<Choice extends string>(
  store: ChoiceStore,
  name: string,
  allowed: readonly Choice[],
): readonly Choice[] | null {
  try {
    const kept = store.getItem(`parley.${name}`)?.split(' ')
    return kept === undefined ? null : allowed.filter((choice) => kept.includes(choice))
  } catch {
    return null
  }
}

/** Keeps several choices in this browser, if the browser lets us. */
export function keepChoices(store: ChoiceStore, name: string, choices: readonly string[]): void {
  keepChoice(store, name, choices.join(' '))
}
