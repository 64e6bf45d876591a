/** What stands for a person's picture: the first letters of the first two words of a name, or two letters of its one word. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  // By code points: half of a letter outside the basic plane is none.
  const letters = words.length === 1 ? Array.from(words[0] ?? '') : words.flatMap((word) => Array.from(word).slice(0, 1))
  return letters.slice(0, 2).join('').toUpperCase()
}
