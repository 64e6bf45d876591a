/**
 * The letters that stand for a person where there is no picture.
 *
 * @param name A person's name, such as `Anna Maria Schmidt`.
 * @returns The first letters of the first and the last word (`AS`), in capitals; empty for an empty name.
 */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const wanted = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]]
  // A letter may be more than one UTF-16 unit: with `u`, the dot takes all of it.
  return wanted
    .map((word) => /^./u.exec(word ?? '')?.[0] ?? '')
    .join('')
    .toLocaleUpperCase()
}
