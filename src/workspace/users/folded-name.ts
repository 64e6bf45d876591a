const withoutDecomposition: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
}

/**
 * Makes a name comparable whatever its case and accents: `Élise Groß` becomes `elise gross`. Databases sort and compare
 * letters beyond ASCII each in their own way, or not at all.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđłı]/g, (letter) => withoutDecomposition[letter] ?? letter)
}

/**
 * Makes a pattern for `like … escape '\'` that finds text anywhere, with nothing in it acting as a wildcard.
 *
 * @param text Already folded text.
 */
export function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
}
